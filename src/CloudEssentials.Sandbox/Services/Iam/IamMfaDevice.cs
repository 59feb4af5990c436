using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An MFA device: a virtual one that may be nobody's yet, a hardware token, or a passkey.</summary>
internal sealed record IamMfaDevice
{
    /// <summary>An ARN for a virtual device (<c>:mfa/</c>) and a passkey (<c>:u2f/</c>), the maker's number for a hardware token.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The seed of the codes in Base32; null for a passkey, which has none.</summary>
    public string? Seed { get; init; }

    /// <summary>When it was assigned; null if it is nobody's.</summary>
    public DateTimeOffset? Enabled { get; init; }

    /// <summary>Whose it is; null for the root user's, and for nobody's.</summary>
    public string? UserName { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public bool IsVirtual => SerialNumber.Contains(":mfa/", StringComparison.Ordinal);

    /// <summary>Whether it is a user's, or the root user's if null is given.</summary>
    public bool IsOf(string? userName) => Enabled is not null && string.Equals(UserName, userName, StringComparison.OrdinalIgnoreCase);
}
