using CloudEssentials.Accounts;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Test-AccountBaseline</c>.</summary>
public sealed record TestAccountBaselineRequest : AwsRequest
{
    /// <summary>Users, groups, roles and policies that were taken before, from <c>Get-AccountAuthorization</c>; nothing else is then read.</summary>
    [Input(Pipeline = PipelineInput.ByValue)]
    public AccountAuthorization? Authorization { get; set; }

    /// <summary>Names of checks, with wildcards; none means all.</summary>
    [Input(Position = 0)]
    public string[]? Check { get; set; }

    /// <summary>Controls, such as <c>CIS-2.13</c> or <c>IAM.5</c>, with wildcards.</summary>
    public string[]? Control { get; set; }

    /// <summary>Severities of checks.</summary>
    public SecuritySeverity[]? Severity { get; set; }
}
