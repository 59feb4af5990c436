using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Test-RootUserSecurity</c>.</summary>
public sealed record TestRootUserSecurityRequest : AwsRequest
{
    /// <summary>A saved credential report to work from, instead of the account.</summary>
    [Input(Position = 0)]
    public string? CredentialReport { get; set; }

    /// <summary>True to look at the root user of every member account of the organization too.</summary>
    public bool Organization { get; set; }

    /// <summary>The root user should not have been used for as many days, 1 to 3650.</summary>
    public int MaximumIdleDays { get; set; } = 90;

    /// <summary>How many member accounts to look at at once, 1 to 200.</summary>
    public int ThrottleLimit { get; set; } = 32;
}
