using CloudEssentials.Catalog;
using CloudEssentials.Policies;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Which services policies allow anything of, whatever their conditions and denials.</summary>
internal static class GrantedServices
{
    public static IEnumerable<CatalogService> Of(IEnumerable<PolicyDocument> documents)
    {
        List<string> patterns = [];
        foreach (PolicyStatement statement in documents.SelectMany(document => document.Statements).Where(statement => statement.IsAllow))
        {
            // What is everything but some actions is something of nearly every service.
            patterns.AddRange(statement.Action is { } actions ? actions : ["*"]);
        }

        HashSet<string> prefixes = new(patterns.Select(pattern => pattern.Split(':')[0]), StringComparer.OrdinalIgnoreCase);
        return ActionCatalog.Default.Services.Where(service => prefixes.Contains("*") || prefixes.Contains(service.Prefix));
    }
}
