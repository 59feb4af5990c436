namespace CloudEssentials.Policies.Evaluation;

/// <summary>A decision without its explanation: a value, made without allocating anything.</summary>
public readonly struct AccessOutcome
{
    private readonly CompiledStatement? _statement;

    internal AccessOutcome(AccessVerdict decision, PolicyType? decidedBy, CompiledStatement? statement = null, string? missingContextKey = null)
    {
        Decision = decision;
        DecidedBy = decidedBy;
        _statement = statement;
        MissingContextKey = missingContextKey;
    }

    /// <summary>The decision.</summary>
    public AccessVerdict Decision { get; }

    /// <summary>The kind of policy that decided; null where none did, as for the root user in its own account.</summary>
    public PolicyType? DecidedBy { get; }

    /// <summary>A context key without which the statement that came closest could not apply, or for want of which a denial did.</summary>
    public string? MissingContextKey { get; }

    /// <summary>Whether the request is allowed.</summary>
    public bool IsAllowed => Decision == AccessVerdict.Allowed;

    /// <summary>The statement that decided; null where nothing matched.</summary>
    public MatchedStatement? MatchedStatement => _statement?.ToMatched();
}
