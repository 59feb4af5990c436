using System.Security;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations;

/// <summary>
/// What any shell offers to an operation. Every member may be called from any thread; what needs the shell's own
/// thread is carried there.
/// </summary>
public interface IOperationHost
{
    /// <summary>The connections of this shell: one session a PowerShell runspace, one a process of the command line.</summary>
    CloudSession Session { get; }

    /// <summary>The full path of the current file system folder.</summary>
    string CurrentFolder { get; }

    /// <summary>True where a person can answer a question.</summary>
    bool IsInteractive { get; }

    /// <summary>True where the process ends with the command, so that what is to last must keep the command going.</summary>
    bool EndsWithCommand => false;

    /// <summary>Shows a warning.</summary>
    /// <param name="message">One or two sentences.</param>
    void WriteWarning(string message);

    /// <summary>Shows a line to those who asked for <c>-Verbose</c>.</summary>
    /// <param name="message">What is being done; never a secret.</param>
    void WriteVerbose(string message);

    /// <summary>Shows how far the command has come.</summary>
    /// <param name="progress">Where it stands.</param>
    void WriteProgress(OperationProgress progress);

    /// <summary>Reports that one item failed, while the command goes on.</summary>
    /// <param name="error">What went wrong, with the item as its target.</param>
    void WriteError(CloudException error);

    /// <summary>Says what a stopped command leaves behind, when other messages are not shown any more.</summary>
    /// <param name="message">One or two sentences.</param>
    void WriteLastWord(string message) => WriteWarning(message);

    /// <summary>Asks whether a change may be made: false under <c>-WhatIf</c> or where the user says no.</summary>
    /// <param name="target">What would be changed.</param>
    /// <param name="action">What would be done to it.</param>
    /// <returns>True to go ahead.</returns>
    ValueTask<bool> ShouldProcessAsync(string target, string action);

    /// <summary>Asks a question of its own, whatever <c>-Confirm</c> says.</summary>
    /// <param name="query">The question.</param>
    /// <param name="caption">Its heading.</param>
    /// <returns>True for yes.</returns>
    ValueTask<bool> ShouldContinueAsync(string query, string caption);

    /// <summary>Asks for something that must not be seen, such as an MFA code.</summary>
    /// <param name="prompt">What is asked for.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="CloudException"><c>InteractionRequired</c>: nobody can answer.</exception>
    ValueTask<SecureString> ReadSecretAsync(string prompt);

    /// <summary>The value of a variable of the shell, such as <c>StoredAWSCredentials</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value, or null where there is none.</returns>
    object? GetVariable(string name);

    /// <summary>A property of an object as the shell sees it: of its own, added to it, or an entry of a dictionary.</summary>
    /// <param name="item">The object.</param>
    /// <param name="name">The property's name, in any case.</param>
    /// <returns>Its value, or null where there is none.</returns>
    object? GetProperty(object item, string name);

    /// <summary>An object without the wrapping of the shell: what is inside, or, of a custom object, a dictionary of its properties.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The plain object; itself where nothing is wrapped.</returns>
    object? Unwrap(object item);

    /// <summary>The full paths of the files that a path with or without wildcards names.</summary>
    /// <param name="path">A path, absolute or from the current folder.</param>
    /// <returns>Existing files, or the one full path where there is no wildcard and no such file.</returns>
    IReadOnlyList<string> ResolvePath(string path);
}
