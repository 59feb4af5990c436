namespace CloudEssentials.Policies.Evaluation;

/// <summary>Whether a request would be allowed, and why.</summary>
public sealed record AccessDecision
{
    /// <summary>The decision.</summary>
    public required AccessVerdict Decision { get; init; }

    /// <summary>The action, such as <c>s3:GetObject</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The resource's ARN, or <c>*</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Who makes the request; null where nobody was named.</summary>
    public string? Principal { get; init; }

    /// <summary>The kind of policy that decided; null where none did, as for the root user in its own account.</summary>
    public PolicyType? DecidedBy { get; init; }

    /// <summary>The statement that decided; null where nothing matched.</summary>
    public MatchedStatement? MatchedStatement { get; init; }

    /// <summary>A context key without which the statement that came closest could not apply, or for want of which a denial did.</summary>
    public string? MissingContextKey { get; init; }

    /// <summary>Each layer of policies, each statement that came close, and the part that did not match; null where it was not asked for.</summary>
    public AccessExplanation? Explanation { get; init; }

    /// <summary>Whether the request is allowed.</summary>
    public bool IsAllowed => Decision == AccessVerdict.Allowed;

    /// <summary>The decision's ground in a few words: the statement, the missing key, or the kind of policy that does not allow it.</summary>
    public string Reason => this switch
    {
        { Decision: AccessVerdict.ImplicitlyDenied, MissingContextKey: { } key } => $"the request has no {key}",
        { MatchedStatement: { } statement } => statement.ToString(),
        { DecidedBy: { } kind } => $"no {NameOf(kind)} allows it",
        _ => "the root user in its own account",
    };

    /// <summary>The decision in one line.</summary>
    public override string ToString() => $"{Decision}: {Action} on {Resource}";

    private static string NameOf(PolicyType kind) => kind switch
    {
        PolicyType.Resource => "resource policy",
        PolicyType.Trust => "trust policy",
        PolicyType.ServiceControl => "service control policy of some level",
        PolicyType.ResourceControl => "resource control policy",
        PolicyType.Session => "session policy",
        PolicyType.PermissionsBoundary => "permissions boundary",
        PolicyType.VpcEndpoint => "VPC endpoint policy",
        _ => "identity policy",
    };
}
