namespace CloudEssentials.Accounts;

/// <summary>A role, as GetAccountAuthorizationDetails tells of it (https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html).</summary>
public sealed record IamRole : IamIdentity
{
    /// <summary>The role's name.</summary>
    public required string RoleName { get; init; }

    /// <summary>The role's unique id (AROA...).</summary>
    public string RoleId { get; init; } = "";

    /// <summary>The trust policy: who may assume the role.</summary>
    public required IamDocument AssumeRolePolicyDocument { get; init; }

    /// <summary>The instance profiles that hold the role.</summary>
    public IReadOnlyList<IamInstanceProfile> InstanceProfiles { get; init; } = [];

    /// <summary>When the role was last used, UTC; null where it was not used within the time that IAM tracks, or that was not told.</summary>
    public DateTimeOffset? LastUsedDate { get; init; }

    /// <summary>The Region in which it was last used.</summary>
    public string? LastUsedRegion { get; init; }

    /// <summary>Whether it belongs to a service, which alone can change it.</summary>
    public bool IsServiceLinked => Path.StartsWith("/aws-service-role/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string Name => RoleName;

    /// <inheritdoc/>
    public override string Type => "Role";
}
