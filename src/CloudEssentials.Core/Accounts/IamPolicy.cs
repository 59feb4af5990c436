namespace CloudEssentials.Accounts;

/// <summary>A managed policy, the account's own or AWS's (https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html).</summary>
public sealed record IamPolicy : IamEntity
{
    /// <summary>The policy's name.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The policy's unique id (ANPA...).</summary>
    public string PolicyId { get; init; } = "";

    /// <summary>The version in force, such as <c>v3</c>.</summary>
    public string DefaultVersionId { get; init; } = "v1";

    /// <summary>How many users, groups and roles it is attached to.</summary>
    public int AttachmentCount { get; init; }

    /// <summary>How many users and roles it bounds.</summary>
    public int PermissionsBoundaryUsageCount { get; init; }

    /// <summary>Whether it can be attached.</summary>
    public bool IsAttachable { get; init; } = true;

    /// <summary>What its maker said of it.</summary>
    public string? Description { get; init; }

    /// <summary>When its default version last changed, UTC.</summary>
    public DateTimeOffset? UpdateDate { get; init; }

    /// <summary>The versions that were told, the one in force among them.</summary>
    public IReadOnlyList<IamPolicyVersion> Versions { get; init; } = [];

    /// <summary>Whether AWS keeps it.</summary>
    public bool IsAwsManaged => Arn.Contains(":iam::aws:", StringComparison.Ordinal);

    /// <summary>True where the document is the shipped catalogue's, because the account's answer did not hold it.</summary>
    public bool IsFromCatalog { get; init; }

    /// <summary>The version in force; null where it was not told.</summary>
    public IamPolicyVersion? DefaultVersion => Versions.FirstOrDefault(version => version.IsDefaultVersion) ?? Versions.FirstOrDefault(version => version.VersionId == DefaultVersionId);

    /// <summary>The document in force; null where it was not told.</summary>
    public IamDocument? Document => DefaultVersion?.Document;

    /// <inheritdoc/>
    public override string Name => PolicyName;

    /// <inheritdoc/>
    public override string ToString() => Arn;
}
