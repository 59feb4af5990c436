using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>What a check saw, before the words that are the same for all findings.</summary>
/// <param name="Status">How it came out.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="Reason">Why it came out so.</param>
/// <param name="Remedy">The command that mends it.</param>
public sealed record ResilienceResult(FindingStatus Status, string Subject, string Evidence, string Reason, string Remedy = "");
