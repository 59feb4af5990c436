using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Sets what the account asks of its users' passwords.</summary>
[Cmdlet(VerbsCommon.Set, "AccountPasswordPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AccountPasswordPolicy))]
public sealed class SetAccountPasswordPolicyCommand : AwsCmdlet
{
    /// <summary>A policy that others have thought out.</summary>
    [Parameter(Position = 0)]
    public PasswordPolicyPreset? Preset { get; set; }

    /// <summary>The least number of characters, 6 to 128.</summary>
    [Parameter]
    public int? MinimumPasswordLength { get; set; }

    /// <summary>Whether a symbol is asked for.</summary>
    [Parameter]
    public bool? RequireSymbols { get; set; }

    /// <summary>Whether a digit is asked for.</summary>
    [Parameter]
    public bool? RequireNumbers { get; set; }

    /// <summary>Whether a capital letter is asked for.</summary>
    [Parameter]
    public bool? RequireUppercaseCharacters { get; set; }

    /// <summary>Whether a small letter is asked for.</summary>
    [Parameter]
    public bool? RequireLowercaseCharacters { get; set; }

    /// <summary>Whether users may change their own passwords.</summary>
    [Parameter]
    public bool? AllowUsersToChangePassword { get; set; }

    /// <summary>After how many days a password must be changed; 0 for never.</summary>
    [Parameter]
    public int? MaxPasswordAge { get; set; }

    /// <summary>How many former passwords may not be used again; 0 for none.</summary>
    [Parameter]
    public int? PasswordReusePrevention { get; set; }

    /// <summary>Whether only an administrator can renew an expired password.</summary>
    [Parameter]
    public bool? HardExpiry { get; set; }
}
