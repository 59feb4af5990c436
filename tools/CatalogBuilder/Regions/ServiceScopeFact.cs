namespace CloudEssentials.CatalogBuilder.Regions;

/// <summary>A line of <c>services.tsv</c>.</summary>
internal sealed record ServiceScopeFact(string Code, string Scope, string Responsibility, string SharesRegionsOf, string[] Aliases, string Name, string Note)
{
    public static IReadOnlyList<ServiceScopeFact> ReadAll() =>
        [.. FactFile.Read("services.tsv", 7).Select(f => new ServiceScopeFact(f[0], f[1], f[2], f[3], f[4].Split(',', StringSplitOptions.RemoveEmptyEntries), f[5], f[6]))];
}
