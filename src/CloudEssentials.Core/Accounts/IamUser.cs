namespace CloudEssentials.Accounts;

/// <summary>A user, as GetAccountAuthorizationDetails tells of it (https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html).</summary>
public sealed record IamUser : IamIdentity
{
    /// <summary>The user's name.</summary>
    public required string UserName { get; init; }

    /// <summary>The user's unique id (AIDA...).</summary>
    public string UserId { get; init; } = "";

    /// <summary>The names of the groups that the user is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <inheritdoc/>
    public override string Name => UserName;

    /// <inheritdoc/>
    public override string Type => "User";
}
