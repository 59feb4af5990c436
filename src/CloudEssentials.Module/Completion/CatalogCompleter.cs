using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes a word with names of the catalogue. A catalogue that cannot be read completes nothing and disturbs nobody.</summary>
public abstract class CatalogCompleter : IArgumentCompleter
{
    // More than a screen holds; whoever sees so many types one more letter.
    private const int Most = 500;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        // An opening quotation mark is part of the word; what is offered is quoted only where it must be.
        var word = (wordToComplete ?? "").Trim('\'', '"');
        try
        {
            return [.. Complete(word, fakeBoundParameters).Take(Most).Select(ToResult)];
        }
        catch (CloudException)
        {
            return [];
        }
    }

    /// <summary>The names that a word can become.</summary>
    /// <param name="word">What is typed so far, without quotation marks.</param>
    /// <param name="bound">The other parameters as far as they are known.</param>
    /// <returns>The names, with a line for each that tells what it is.</returns>
    protected abstract IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound);

    /// <summary>Whether a name begins with a word, whatever the case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="word">The word; wildcards in it count as themselves.</param>
    /// <returns>True if it does.</returns>
    protected static bool Begins(string name, string word) => name.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static CompletionResult ToResult((string Name, string About) entry)
    {
        // Variables of templates, blanks and the like would mean something to the shell.
        var text = entry.Name.IndexOfAny(['$', ' ', '{', '}', ';', '&', '|']) < 0 ? entry.Name : $"'{entry.Name}'";
        return new(text, entry.Name, CompletionResultType.ParameterValue, entry.About.Length > 0 ? entry.About : entry.Name);
    }
}
