using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Holds an account's IAM against the CIS benchmark, Security Hub's controls, and good practice.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AccountBaseline")]
[OutputType(typeof(SecurityFinding))]
public sealed class TestAccountBaselineCommand : AwsCmdlet
{
    /// <summary>Users, groups, roles and policies that were taken before.</summary>
    [Parameter(ValueFromPipeline = true)]
    public AccountAuthorization? Authorization { get; set; }

    /// <summary>Names of checks.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string[]? Check { get; set; }

    /// <summary>Controls, such as CIS-2.13 or IAM.5.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Control { get; set; }

    /// <summary>Severities of checks.</summary>
    [Parameter]
    public SecuritySeverity[]? Severity { get; set; }
}
