using System.IO.Enumeration;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Names with <c>*</c> and <c>?</c>, in any case.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name is among those asked for; nothing asked means all.</summary>
    internal static bool Matches(IEnumerable<string>? patterns, string name) =>
        patterns?.ToArray() is not { Length: > 0 } asked || asked.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name));
}
