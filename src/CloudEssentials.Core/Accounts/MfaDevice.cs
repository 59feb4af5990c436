namespace CloudEssentials.Accounts;

/// <summary>An MFA device of an account.</summary>
public sealed record MfaDevice
{
    /// <summary>The user's name, <c>&lt;root_account&gt;</c> for the root user; null for a virtual device that nobody has.</summary>
    public string? UserName { get; init; }

    /// <summary>Its kind, as its serial number tells it.</summary>
    public MfaDeviceKind Kind => MfaSerial.KindOf(SerialNumber);

    /// <summary>Its serial number or ARN.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>When it was enabled, in UTC; null where it is not.</summary>
    public DateTime? EnableDate { get; init; }

    /// <summary>True where it belongs to somebody.</summary>
    public bool IsAssigned => UserName is not null;

    /// <summary>The account's id.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string? Source { get; init; }
}
