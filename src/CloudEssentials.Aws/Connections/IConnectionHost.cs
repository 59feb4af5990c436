using System.Security;

namespace CloudEssentials.Aws.Connections;

/// <summary>What finding credentials needs of the shell around it.</summary>
public interface IConnectionHost
{
    /// <summary>The value of a variable of the shell, or null.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value.</returns>
    object? GetVariable(string name);

    /// <summary>A property of an object as the shell sees it, or null.</summary>
    /// <param name="item">The object.</param>
    /// <param name="name">The property's name.</param>
    /// <returns>Its value.</returns>
    object? GetProperty(object item, string name);

    /// <summary>Asks for something that must not be seen.</summary>
    /// <param name="prompt">What is asked for.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="CloudException"><c>InteractionRequired</c>: nobody can answer.</exception>
    ValueTask<SecureString> ReadSecretAsync(string prompt);

    /// <summary>Shows a line to those who asked for it.</summary>
    /// <param name="message">What is being done; never a secret.</param>
    void WriteVerbose(string message);
}
