namespace CloudEssentials.Catalog;

/// <summary>A policy that AWS keeps and any account can attach, in its default version.</summary>
public sealed class ManagedPolicy
{
    private readonly ManagedPolicyCatalog _catalog;

    internal ManagedPolicy(ManagedPolicyCatalog catalog, string name, string path, string versionId, DateTimeOffset created, DateTimeOffset updated, int block, int place)
    {
        _catalog = catalog;
        Name = name;
        Path = path;
        VersionId = versionId;
        CreateDate = created;
        UpdateDate = updated;
        Block = block;
        Place = place;
    }

    /// <summary>Such as <c>ReadOnlyAccess</c>.</summary>
    public string Name { get; }

    /// <summary>The path between <c>policy</c> and the name, such as <c>/job-function/</c>.</summary>
    public string Path { get; }

    /// <summary>The ARN in the commercial partition; other partitions differ in its second part.</summary>
    public string Arn => $"arn:aws:iam::aws:policy{Path}{Name}";

    /// <summary>The default version, such as <c>v12</c>.</summary>
    public string VersionId { get; }

    /// <summary>When AWS made the policy, UTC.</summary>
    public DateTimeOffset CreateDate { get; }

    /// <summary>When AWS made the default version, UTC.</summary>
    public DateTimeOffset UpdateDate { get; }

    /// <summary>The document of the default version: JSON without white space, its elements in AWS's order.</summary>
    public string Document => _catalog.ReadDocument(this);

    internal int Block { get; }

    internal int Place { get; }

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
