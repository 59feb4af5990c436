namespace CloudEssentials.Accounts.Access;

/// <summary>Whether a statement applies to a request of which not everything is known.</summary>
internal enum StatementTruth
{
    No,

    /// <summary>It depends on what the account's policies alone do not settle.</summary>
    Maybe,

    Yes,
}
