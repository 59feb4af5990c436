namespace CloudEssentials.Catalog;

/// <summary>A type of resource that a service's actions work on.</summary>
public sealed class CatalogResourceType
{
    internal CatalogResourceType(CatalogService service, string name, IReadOnlyList<string> arnPatterns, IReadOnlyList<string> conditionKeys)
    {
        Service = service;
        Name = name;
        ArnPatterns = arnPatterns;
        ConditionKeys = conditionKeys;
    }

    /// <summary>The service whose list has it; the ARN may be another service's.</summary>
    public CatalogService Service { get; }

    /// <summary>AWS's name of it, such as <c>bucket</c>.</summary>
    public string Name { get; }

    /// <summary>ARNs with their variable parts in <c>${...}</c>: <c>arn:${Partition}:s3:::${BucketName}</c>.</summary>
    public IReadOnlyList<string> ArnPatterns { get; }

    /// <summary>The condition keys that any action on such a resource may be held by.</summary>
    public IReadOnlyList<string> ConditionKeys { get; }

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
