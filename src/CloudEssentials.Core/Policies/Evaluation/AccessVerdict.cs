namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// What a request comes to. See 'The difference between explicit and implicit denies' in
/// reference_policies_evaluation-logic.html.
/// </summary>
public enum AccessVerdict
{
    /// <summary>Every policy that must allow it does, and none denies it.</summary>
    Allowed,

    /// <summary>No policy denies it, and one that must allow it does not.</summary>
    ImplicitlyDenied,

    /// <summary>A statement denies it.</summary>
    ExplicitlyDenied,
}
