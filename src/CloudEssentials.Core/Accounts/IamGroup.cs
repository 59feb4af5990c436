namespace CloudEssentials.Accounts;

/// <summary>A group, as GetAccountAuthorizationDetails tells of it (https://docs.aws.amazon.com/IAM/latest/APIReference/API_GroupDetail.html).</summary>
public sealed record IamGroup : IamIdentity
{
    /// <summary>The group's name.</summary>
    public required string GroupName { get; init; }

    /// <summary>The group's unique id (AGPA...).</summary>
    public string GroupId { get; init; } = "";

    /// <inheritdoc/>
    public override string Name => GroupName;

    /// <inheritdoc/>
    public override string Type => "Group";
}
