using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Says whether the root user is locked away.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RootUserSecurity")]
[OutputType(typeof(SecurityFinding))]
public sealed class TestRootUserSecurityCommand : AwsCmdlet
{
    /// <summary>A saved credential report to work from.</summary>
    [Parameter(Position = 0)]
    public string? CredentialReport { get; set; }

    /// <summary>Look at the root user of every member account too.</summary>
    [Parameter]
    public SwitchParameter Organization { get; set; }

    /// <summary>The root user should not have been used for as many days.</summary>
    [Parameter]
    [ValidateRange(1, 3650)]
    public int MaximumIdleDays { get; set; } = 90;

    /// <summary>How many member accounts to look at at once.</summary>
    [Parameter]
    [ValidateRange(1, 200)]
    public int ThrottleLimit { get; set; } = 32;
}
