namespace CloudEssentials.Policies.Evaluation;

/// <summary>How many of a multivalued key's values a condition asks for.</summary>
internal enum Quantifier
{
    /// <summary>No set operator: one value that fits is enough.</summary>
    None,

    /// <summary><c>ForAllValues</c>: every one; also where there is none.</summary>
    All,

    /// <summary><c>ForAnyValue</c>: at least one; not where there is none.</summary>
    Any,
}
