using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>The form of a resource type's ARN, its variable parts as wildcards.</summary>
internal sealed record ArnShape(CatalogResourceType Type, string Service, string Region, string Account, string Resource)
{
    public static ArnShape? Of(CatalogResourceType type, string pattern)
    {
        var parts = pattern.Split(':', 6);
        return parts.Length < 6
            ? null
            : new(type, Wildcards.WithoutVariables(parts[2]), Wildcards.WithoutVariables(parts[3]), Wildcards.WithoutVariables(parts[4]), Wildcards.WithoutVariables(parts[5]));
    }
}
