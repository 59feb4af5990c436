using System.Management.Automation;
using System.Security;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Says whether a password would do.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AccountPassword")]
[OutputType(typeof(PasswordVerdict))]
public sealed class TestAccountPasswordCommand : AwsCmdlet
{
    /// <summary>The password.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public SecureString? Password { get; set; }

    /// <summary>The name of the user.</summary>
    [Parameter(Position = 1)]
    public string? UserName { get; set; }

    /// <summary>The mail addresses of the user.</summary>
    [Parameter]
    [Alias("Mail")]
    public string[] Email { get; set; } = [];

    /// <summary>The policy to hold it against; by default that of the account.</summary>
    [Parameter]
    public AccountPasswordPolicy? PasswordPolicy { get; set; }

    /// <summary>The least score that is accepted, 0 to 4.</summary>
    [Parameter]
    public int MinimumScore { get; set; } = 3;
}
