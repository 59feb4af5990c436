namespace CloudEssentials.Policies.Evaluation;

/// <summary>What a statement is to a request whose action it covers.</summary>
internal enum StatementMatch
{
    /// <summary>It does not apply.</summary>
    No,

    /// <summary>It does not apply, for want of a context key and of nothing else.</summary>
    KeyMissing,

    /// <summary>It applies.</summary>
    Yes,
}
