namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>What an action value of a policy turned out to be.</summary>
internal enum ActionKind
{
    /// <summary><c>*</c>.</summary>
    All,

    /// <summary>One action of the catalogue.</summary>
    Exact,

    /// <summary>A pattern of one service that matches at least one action.</summary>
    Pattern,

    /// <summary>A pattern whose service part has a wildcard.</summary>
    ManyServices,

    /// <summary>The service exists; the action, or any that the pattern matches, does not.</summary>
    NoSuchAction,

    /// <summary>The service does not exist.</summary>
    NoSuchService,

    /// <summary>It would be right without the white space in it.</summary>
    Spaced,

    /// <summary>It is not <c>service:Action</c>.</summary>
    Malformed,
}
