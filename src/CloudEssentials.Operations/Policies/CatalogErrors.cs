using CloudEssentials.Catalog;

namespace CloudEssentials.Operations.Policies;

/// <summary>The errors for names that the catalogue does not have, with the nearest that it has.</summary>
internal static class CatalogErrors
{
    public static CloudException UnknownService(string prefix, ActionCatalog catalog) =>
        Unknown("PolicyServiceUnknown", $"'{prefix}' is the prefix of no service", prefix, catalog.SuggestService(prefix)?.Prefix, catalog);

    public static CloudException UnknownAction(string name, ActionCatalog catalog) =>
        Unknown("PolicyActionUnknown", $"'{name}' is no action", name, catalog.SuggestAction(name)?.FullName, catalog);

    public static CloudException UnknownConditionKey(string name, ActionCatalog catalog) =>
        Unknown("PolicyConditionKeyUnknown", $"'{name}' is no condition key", name, catalog.SuggestConditionKey(name)?.Name, catalog);

    private static CloudException Unknown(string id, string what, string name, string? nearest, ActionCatalog catalog) => new(
        id,
        nearest is null ? $"{what} of the catalogue of {catalog.Date:yyyy-MM-dd}." : $"{what}; did you mean '{nearest}'?",
        CloudErrorCategory.ObjectNotFound,
        name,
        "Search with a wildcard; Update-PolicyCatalog refreshes the catalogue.");
}
