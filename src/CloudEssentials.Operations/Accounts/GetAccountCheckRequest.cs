using CloudEssentials.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Get-AccountCheck</c>.</summary>
public sealed record GetAccountCheckRequest
{
    /// <summary>Names of checks, with wildcards; none means all.</summary>
    [Input(Position = 0)]
    public string[]? Check { get; set; }

    /// <summary>Controls, such as <c>CIS-2.13</c> or <c>IAM.5</c>, with wildcards.</summary>
    public string[]? Control { get; set; }

    /// <summary>Severities.</summary>
    public SecuritySeverity[]? Severity { get; set; }
}
