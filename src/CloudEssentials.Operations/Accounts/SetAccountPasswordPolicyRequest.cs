using CloudEssentials.Accounts;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>Set-AccountPasswordPolicy</c>. What is not given stays as it is.</summary>
public sealed record SetAccountPasswordPolicyRequest : AwsRequest
{
    /// <summary>A policy that others have thought out; what is given beside it goes before it.</summary>
    [Input(Position = 0)]
    public PasswordPolicyPreset? Preset { get; set; }

    /// <summary>The least number of characters, 6 to 128.</summary>
    public int? MinimumPasswordLength { get; set; }

    /// <summary>Whether a symbol is asked for.</summary>
    public bool? RequireSymbols { get; set; }

    /// <summary>Whether a digit is asked for.</summary>
    public bool? RequireNumbers { get; set; }

    /// <summary>Whether a capital letter is asked for.</summary>
    public bool? RequireUppercaseCharacters { get; set; }

    /// <summary>Whether a small letter is asked for.</summary>
    public bool? RequireLowercaseCharacters { get; set; }

    /// <summary>Whether users may change their own passwords.</summary>
    public bool? AllowUsersToChangePassword { get; set; }

    /// <summary>After how many days a password must be changed, 1 to 1095; 0 for never.</summary>
    public int? MaxPasswordAge { get; set; }

    /// <summary>How many former passwords may not be used again, 1 to 24; 0 for none.</summary>
    public int? PasswordReusePrevention { get; set; }

    /// <summary>Whether only an administrator can renew an expired password.</summary>
    public bool? HardExpiry { get; set; }
}
