using CloudEssentials.Catalog;

namespace CloudEssentials.Regions;

/// <summary>A choice of Regions by codes with wildcards, such as <c>us-*</c> and <c>eu-west-1</c>.</summary>
public sealed class RegionPattern
{
    private readonly string[] _patterns;

    /// <summary>Makes a choice.</summary>
    /// <param name="patterns">Codes; <c>*</c> stands for any characters, <c>?</c> for one. None chooses every Region.</param>
    public RegionPattern(IEnumerable<string>? patterns)
    {
        List<string> all = [];
        foreach (string pattern in patterns ?? [])
        {
            foreach (string part in pattern.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                all.Add(part);
        }

        _patterns = [.. all];
    }

    /// <summary>True where every Region is chosen.</summary>
    public bool IsAny => _patterns.Length == 0;

    /// <summary>True where each pattern is a code without wildcards.</summary>
    public bool IsLiteral => _patterns.Length > 0 && Array.TrueForAll(_patterns, pattern => !NamePattern.HasWildcard(pattern));

    /// <summary>Whether a Region is chosen.</summary>
    /// <param name="code">Its code.</param>
    public bool Includes(string code)
    {
        foreach (string pattern in _patterns)
        {
            if (NamePattern.IsMatch(code, pattern))
                return true;
        }

        return IsAny;
    }

    /// <summary>Whether a Region is named in full, without wildcards.</summary>
    /// <param name="code">Its code.</param>
    public bool Names(string code)
    {
        foreach (string pattern in _patterns)
        {
            if (pattern.Equals(code, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The patterns that choose none of some Regions.</summary>
    /// <param name="codes">The codes of the Regions that are there.</param>
    public IEnumerable<string> Unmatched(IReadOnlyCollection<string> codes) =>
        _patterns.Where(pattern => !codes.Any(code => NamePattern.IsMatch(code, pattern)));
}
