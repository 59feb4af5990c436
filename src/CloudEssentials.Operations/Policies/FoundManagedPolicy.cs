using CloudEssentials.Catalog;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Policies;

/// <summary>An AWS managed policy, as <c>Find-ManagedPolicy</c> shows it.</summary>
public sealed record FoundManagedPolicy
{
    private readonly ManagedPolicy _policy;
    private PolicyDocument? _document;

    internal FoundManagedPolicy(ManagedPolicy policy, int? allowedActionCount)
    {
        _policy = policy;
        AllowedActionCount = allowedActionCount;
    }

    /// <summary>The name.</summary>
    public string PolicyName => _policy.Name;

    /// <summary>The ARN in the commercial partition.</summary>
    public string PolicyArn => _policy.Arn;

    /// <summary>The path, such as <c>/job-function/</c>.</summary>
    public string Path => _policy.Path;

    /// <summary>The default version.</summary>
    public string DefaultVersionId => _policy.VersionId;

    /// <summary>When AWS made it, UTC.</summary>
    public DateTimeOffset CreateDate => _policy.CreateDate;

    /// <summary>When AWS made the default version, UTC.</summary>
    public DateTimeOffset UpdateDate => _policy.UpdateDate;

    /// <summary>How many of the catalogue's actions it allows on some resource; counted when actions are asked for, else null.</summary>
    public int? AllowedActionCount { get; }

    /// <summary>The document of the default version.</summary>
    public PolicyDocument PolicyDocument => _document ??= PolicyDocument.Parse(_policy.Document);
}
