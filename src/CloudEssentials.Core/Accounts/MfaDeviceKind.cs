namespace CloudEssentials.Accounts;

/// <summary>The kinds of second factor: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html.</summary>
public enum MfaDeviceKind
{
    /// <summary>An app that makes codes from a seed.</summary>
    Virtual,

    /// <summary>A passkey or a FIDO security key: it cannot be phished.</summary>
    Passkey,

    /// <summary>A token that shows codes and does nothing else.</summary>
    Hardware,

    /// <summary>A code by text message, which AWS no longer offers.</summary>
    Sms,
}
