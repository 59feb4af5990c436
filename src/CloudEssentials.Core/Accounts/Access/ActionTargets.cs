using CloudEssentials.Catalog;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Accounts.Access;

/// <summary>What an action acts on, and how resource patterns of policies stand to that and to each other.</summary>
internal sealed class ActionTargets
{
    private const string Everything = "*";

    private readonly CatalogAction? _action;
    private readonly PolicyLookups _lookups;
    private readonly string[] _all;

    public ActionTargets(CatalogAction? action, AccessIndex index)
    {
        _action = action;
        _lookups = index.Lookups;
        string[] patterns = action is null
            ? []
            : [.. action.ResourceTypes.SelectMany(type => type.ResourceType.ArnPatterns).Select(pattern => Complete(pattern, index)).Distinct()];
        _all = patterns.Length == 0 ? [Everything] : patterns;
    }

    /// <summary>Whether a pattern names anything that the action acts on.</summary>
    public bool Fits(string pattern)
    {
        if (pattern == Everything || _action is null)
            return true;
        if (!_action.SupportsResources)
            return false;
        ArnInfo arn = _lookups.Arn(pattern);
        foreach (CatalogActionResource type in _action.ResourceTypes)
        {
            if (arn.Fits(type.ResourceType))
                return true;
        }

        return false;
    }

    /// <summary>Whether all that the narrow pattern names, of what the action acts on, is named by one of the wide ones.</summary>
    public bool Covers(IEnumerable<string> wide, string narrow) => narrow == Everything
        ? Array.TrueForAll(_all, target => wide.Any(pattern => Wildcards.Covers(pattern, target, ignoreCase: false)))
        : wide.Any(pattern => Wildcards.Covers(pattern, narrow, ignoreCase: false));

    /// <summary>Whether two patterns can name the same thing.</summary>
    public static bool Overlap(string a, string b) => Wildcards.Overlap(Wildcards.WithoutVariables(a), Wildcards.WithoutVariables(b));

    private static string Complete(string pattern, AccessIndex index) => Wildcards.WithoutVariables(pattern
        .Replace("${Partition}", index.Partition, StringComparison.Ordinal)
        .Replace("${Account}", index.AccountId, StringComparison.Ordinal));
}
