namespace CloudEssentials.Policies.Validation;

/// <summary>A theme of checks. Rules keep no state, so that one instance serves all documents and threads.</summary>
internal abstract class PolicyRule
{
    /// <summary>Looks at the document as a whole.</summary>
    public virtual void CheckDocument(ValidationContext context)
    {
    }

    /// <summary>Looks at one statement.</summary>
    public virtual void CheckStatement(ValidationContext context, StatementView statement)
    {
    }
}
