namespace CloudEssentials.Accounts.Checks;

/// <summary>What a check saw of one subject, before the words that are the same for all of its findings.</summary>
/// <param name="Status">How it came out.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="Reason">Why it came out so.</param>
/// <param name="Arn">The subject's ARN; null for the account itself.</param>
/// <param name="Remedy">What to do; null for the check's own remedy.</param>
/// <param name="Severity">How much it matters; null for the check's own severity.</param>
public sealed record CheckResult(FindingStatus Status, string Evidence, string Reason, string? Arn = null, string? Remedy = null, SecuritySeverity? Severity = null);
