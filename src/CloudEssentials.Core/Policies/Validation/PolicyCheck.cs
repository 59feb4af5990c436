namespace CloudEssentials.Policies.Validation;

/// <summary>One thing that validation looks for.</summary>
/// <param name="Code">The stable code; AWS's own where AWS has the check.</param>
/// <param name="Severity">How much a finding of it matters.</param>
/// <param name="Source">The AWS page that the rule comes from.</param>
public sealed record PolicyCheck(string Code, FindingSeverity Severity, string Source);
