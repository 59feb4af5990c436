namespace CloudEssentials.Accounts;

/// <summary>An instance profile: how a role comes to an EC2 instance.</summary>
public sealed record IamInstanceProfile : IamEntity
{
    /// <summary>Its name.</summary>
    public required string InstanceProfileName { get; init; }

    /// <summary>Its unique id (AIPA...).</summary>
    public string InstanceProfileId { get; init; } = "";

    /// <summary>The names of the roles in it: one, or none.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <inheritdoc/>
    public override string Name => InstanceProfileName;

    /// <inheritdoc/>
    public override string ToString() => Arn;
}
