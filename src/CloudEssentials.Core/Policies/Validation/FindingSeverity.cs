namespace CloudEssentials.Policies.Validation;

/// <summary>How much a finding matters, from least to most.</summary>
public enum FindingSeverity
{
    /// <summary>The policy works; it could be clearer or shorter.</summary>
    Suggestion,

    /// <summary>The policy is accepted, and something in it probably does not do what was meant.</summary>
    Warning,

    /// <summary>The policy grants more than is safe.</summary>
    SecurityWarning,

    /// <summary>AWS refuses the policy, or a part of it can never work.</summary>
    Error,
}
