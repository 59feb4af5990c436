using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>A user's console password.</summary>
/// <param name="Created">When the login profile was made.</param>
/// <param name="PasswordHash">The password, salted and hashed.</param>
/// <param name="PasswordChanged">When the password was last set.</param>
/// <param name="ResetRequired">Whether the user must choose another at the next sign-in.</param>
internal sealed record IamLoginProfile(DateTimeOffset Created, string PasswordHash, DateTimeOffset PasswordChanged, bool ResetRequired)
{
    /// <summary>The hashes of earlier passwords, the latest first; a password policy may forbid their use.</summary>
    public ImmutableArray<string> Earlier { get; init; } = [];
}
