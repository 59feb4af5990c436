namespace CloudEssentials.Policies.Evaluation;

/// <summary>How a <c>Principal</c> element names the one who makes a request; the stronger the later.</summary>
internal enum PrincipalMatch
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By the account. That delegates: the account's own policies must allow too ('AWS account principals').</summary>
    Account,

    /// <summary>By the role of a session, or the user who federated: boundary and session policy still limit it.</summary>
    Parent,

    /// <summary>By itself or by <c>*</c>: no implicit deny limits it.</summary>
    Direct,
}
