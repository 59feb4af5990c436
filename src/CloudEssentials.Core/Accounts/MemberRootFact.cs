namespace CloudEssentials.Accounts;

/// <summary>What the root user of a member account has.</summary>
/// <param name="HasPassword">Whether it has a password; null where that was not told.</param>
/// <param name="HasMfa">Whether it has MFA.</param>
/// <param name="SigningCertificates">How many signing certificates it has.</param>
/// <param name="AccessKeys">Each access key: its id, its state, when it was made, and when it was last used.</param>
public sealed record MemberRootFact(bool? HasPassword, bool HasMfa, int SigningCertificates, IReadOnlyList<string> AccessKeys);
