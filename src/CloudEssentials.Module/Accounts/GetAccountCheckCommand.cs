using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Lists the checks of an account's security.</summary>
[Cmdlet(VerbsCommon.Get, "AccountCheck")]
[OutputType(typeof(AccountCheckInfo))]
public sealed class GetAccountCheckCommand : OperationCmdlet
{
    /// <summary>Names of checks.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string[]? Check { get; set; }

    /// <summary>Controls, such as CIS-2.13 or IAM.5.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Control { get; set; }

    /// <summary>Severities.</summary>
    [Parameter]
    public SecuritySeverity[]? Severity { get; set; }
}
