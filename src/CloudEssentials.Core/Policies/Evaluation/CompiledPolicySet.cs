namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// A set of policies made ready for many decisions. Compile it once; it is immutable, and any
/// number of threads may decide with it. The rules are those of the IAM User Guide's 'Policy evaluation logic'
/// (reference_policies_evaluation-logic.html and the pages below it); each rule names its page where it is applied.
/// </summary>
public sealed class CompiledPolicySet
{
    // organizations/latest/userguide/orgs_manage_policies_rcps.html, 'List of AWS services that support RCPs'.
    private static readonly HashSet<string> _resourceControlServices = new(StringComparer.Ordinal)
    {
        "s3", "sts", "kms", "sqs", "secretsmanager", "ecr", "aoss", "logs", "cognito-identity", "cognito-idp", "dynamodb",
    };

    private readonly CompiledStatement[] _statements;
    private readonly StatementIndex _index;
    private readonly int _layers;

    private CompiledPolicySet(PolicySet policies, IReadOnlyList<CompiledStatement> statements, IReadOnlyList<PolicyProblem> problems)
    {
        Policies = policies;
        Problems = problems;
        for (int i = 0; i < statements.Count; i++)
            statements[i].Order = i;
        _statements = [.. statements];
        _index = new([.. statements.Where(statement => statement.IsUsable)]);
        _layers = PolicyLayer.FirstServiceControl + (policies.ServiceControlPolicies?.Count ?? 0);
    }

    /// <summary>The policies that it was made of.</summary>
    public PolicySet Policies { get; }

    /// <summary>
    /// What in the policies AWS would not accept: such values match nothing, and a statement whose effect, action,
    /// principal or conditions cannot be read applies to nothing.
    /// </summary>
    public IReadOnlyList<PolicyProblem> Problems { get; }

    internal IReadOnlyList<CompiledStatement> Statements => _statements;

    /// <summary>Makes policies ready.</summary>
    /// <param name="policies">The policies.</param>
    /// <exception cref="CloudException"><c>PolicyLevelsTooMany</c>: more levels of control policies than an organization can have.</exception>
    public static CompiledPolicySet Compile(PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        (IReadOnlyList<CompiledStatement> statements, IReadOnlyList<PolicyProblem> problems) = new PolicySetCompiler(policies).Read();
        return new(policies, statements, problems);
    }

    /// <summary>Makes one or more identity policies ready.</summary>
    /// <param name="documents">The policies.</param>
    public static CompiledPolicySet Compile(params IEnumerable<PolicyDocument> documents) => Compile(PolicySet.OfIdentity(documents));

    /// <summary>Decides a request, without explanation and without allocating.</summary>
    /// <param name="request">The request.</param>
    public AccessOutcome Decide(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        DecisionState state = new(ApplicableLayers(request), stackalloc int[_layers], stackalloc int[_layers]);
        _index.Visit(request, ref state);
        return Conclude(request, ref state);
    }

    /// <summary>Decides a request and says all that a caller may want to show.</summary>
    /// <param name="request">The request.</param>
    /// <param name="explain">Whether to make the explanation too: each layer, and each statement that came close.</param>
    public AccessDecision Evaluate(AccessRequest request, bool explain = true)
    {
        AccessOutcome outcome = Decide(request);
        return new()
        {
            Decision = outcome.Decision,
            Action = request.Action,
            Resource = request.Resource,
            Principal = request.Principal.Id.Length == 0 ? null : request.Principal.Id,
            DecidedBy = outcome.DecidedBy,
            MatchedStatement = outcome.MatchedStatement,
            MissingContextKey = outcome.MissingContextKey,
            Explanation = explain ? new DecisionExplainer(this, request, outcome).Explain() : null,
        };
    }

    /// <summary>
    /// Context values of a request that a condition cannot compare: what is no number under a numeric operator, no
    /// address under an IP operator, and so on. Such a value never matches.
    /// </summary>
    /// <param name="context">The context of the requests to come.</param>
    /// <returns>One problem a condition.</returns>
    public IReadOnlyList<PolicyProblem> FindWrongValues(RequestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        List<PolicyProblem> problems = [];
        foreach (CompiledStatement statement in _statements)
        {
            foreach (CompiledCondition condition in statement.Conditions)
            {
                if (context.Find(condition.Key.Lower) is { } values && condition.WrongType(values) is { } reason)
                    problems.Add(new(statement.Type, statement.Policy.Name, statement.Source.Index, $"{condition.Key.Name}: {reason}"));
            }
        }

        return problems;
    }

    internal static PolicyType TypeOf(int layer) => layer switch
    {
        PolicyLayer.Identity => PolicyType.Identity,
        PolicyLayer.Boundary => PolicyType.PermissionsBoundary,
        PolicyLayer.Session => PolicyType.Session,
        PolicyLayer.Resource => PolicyType.Resource,
        PolicyLayer.VpcEndpoint => PolicyType.VpcEndpoint,
        PolicyLayer.ResourceControl => PolicyType.ResourceControl,
        _ => PolicyType.ServiceControl,
    };

    /// <summary>
    /// A role's trust policy or a KMS key policy: these 'must explicitly allow access for principals'
    /// (reference_policies_evaluation-logic.html; kms/latest/developerguide/key-policies.html).
    /// </summary>
    internal static bool MustAllowExplicitly(AccessRequest request) => request.LowerService switch
    {
        "sts" => !request.IsAnyResource && request.Part(2) is "iam" && request.Part(5).StartsWith("role/"),
        "kms" => !request.IsAnyResource && request.Part(2) is "kms" && request.Part(5).StartsWith("key/"),
        _ => false,
    };

    /// <summary>
    /// 'SCPs don't affect users or roles in the management account', nor service-linked roles, and they bind principals
    /// of accounts, the root user among them (organizations/latest/userguide/orgs_manage_policies_scps.html).
    /// </summary>
    internal bool ServiceControlBinds(AccessRequest request) =>
        (request.Principal.IsIdentity || request.Principal.Kind == AccessPrincipalKind.Root)
        && !request.Principal.IsServiceLinkedRole
        && (Policies.ManagementAccount is null || (request.Principal.AccountId ?? request.ResourceAccount) != Policies.ManagementAccount);

    /// <summary>
    /// 'RCPs don't affect resources in the management account', nor service-linked roles, nor kms:RetireGrant, nor
    /// services outside the list (organizations/latest/userguide/orgs_manage_policies_rcps.html).
    /// </summary>
    internal bool ResourceControlBinds(AccessRequest request) =>
        _resourceControlServices.Contains(request.LowerService)
        && request.LowerAction != "kms:retiregrant"
        && !request.Principal.IsServiceLinkedRole
        && (Policies.ManagementAccount is null || request.ResourceAccount != Policies.ManagementAccount);

    private ulong ApplicableLayers(AccessRequest request)
    {
        ulong layers = (1UL << PolicyLayer.Resource) | (1UL << PolicyLayer.VpcEndpoint);
        if (request.Principal.IsIdentity)
            layers |= (1UL << PolicyLayer.Identity) | (1UL << PolicyLayer.Boundary) | (1UL << PolicyLayer.Session);
        if (Policies.ResourceControlPolicies is not null && ResourceControlBinds(request))
            layers |= 1UL << PolicyLayer.ResourceControl;
        if (Policies.ServiceControlPolicies is not null && ServiceControlBinds(request))
            layers |= ((1UL << _layers) - 1) & ~((1UL << PolicyLayer.FirstServiceControl) - 1);
        return layers;
    }

    // reference_policies_evaluation-logic_policy-eval-denyallow.html, from top to bottom.
    private AccessOutcome Conclude(AccessRequest request, ref DecisionState state)
    {
        // 'If the enforcement code finds even one explicit deny that applies, the code returns a final decision of Deny.'
        if (state.Deny != DecisionState.None)
        {
            CompiledStatement statement = _statements[state.Deny];
            return new(AccessVerdict.ExplicitlyDenied, statement.Type, statement, statement.MissingKey(request));
        }

        // RCPs: RCPFullAWSAccess is attached everywhere and 'cannot be detached, so there will always be an Allow'.
        // SCPs: an Allow at every level from the root to the account (orgs_manage_policies_scps_evaluation.html).
        for (int layer = PolicyLayer.FirstServiceControl; layer < _layers; layer++)
        {
            if (state.Applies(layer) && state.Allow(layer) == DecisionState.None)
                return ImplicitlyDenied(request, ref state, layer);
        }

        // 'An endpoint policy does not override or replace identity-based policies or resource-based policies': it must
        // allow as well (vpc/latest/privatelink/vpc-endpoints-access.html).
        if (Policies.VpcEndpointPolicy is not null && state.Allow(PolicyLayer.VpcEndpoint) == DecisionState.None)
            return ImplicitlyDenied(request, ref state, PolicyLayer.VpcEndpoint);

        if (!request.Principal.IsIdentity && request.Principal.Kind != AccessPrincipalKind.Root)
            return ConcludeWithoutAccount(request, ref state);
        return request.IsCrossAccount ? ConcludeCrossAccount(request, ref state) : ConcludeSameAccount(request, ref state);
    }

    // Services, identity providers and anonymous callers have no policies of their own: the resource's alone counts.
    private AccessOutcome ConcludeWithoutAccount(AccessRequest request, ref DecisionState state) =>
        state.AllowDirect != DecisionState.None
            ? Allowed(state.AllowDirect)
            : ImplicitlyDenied(request, ref state, PolicyLayer.Resource);

    private AccessOutcome ConcludeSameAccount(AccessRequest request, ref DecisionState state)
    {
        // 'If a resource-based policy grants permission directly to the IAM user or the session principal that is making
        // the request, then an implicit deny in an identity-based policy, a permissions boundary, or a session policy
        // does not impact the final decision.' The same holds for '*'.
        if (state.AllowDirect != DecisionState.None)
            return Allowed(state.AllowDirect);

        bool root = request.Principal.Kind == AccessPrincipalKind.Root;
        bool strict = MustAllowExplicitly(request);

        // 'Without permission from the key policy, IAM policies that allow permissions have no effect.' An Allow to the
        // account gives that permission. Where the policy is not known, it is taken to.
        bool delegated = !strict || Policies.ResourcePolicy is null || state.AllowAccount != DecisionState.None;
        bool byIdentity = delegated && (root || state.Allow(PolicyLayer.Identity) != DecisionState.None);
        if (!byIdentity && state.AllowParent == DecisionState.None)
            return ImplicitlyDenied(request, ref state, delegated ? PolicyLayer.Identity : PolicyLayer.Resource);

        // 'Resource-based policies that grant permissions to an IAM role ARN are limited by an implicit deny in a
        // permissions boundary or session policy', as is what identity-based policies grant.
        return Limit(request, ref state) ?? (byIdentity && !root
            ? Allowed(state.Allow(PolicyLayer.Identity))
            : state.AllowParent != DecisionState.None ? Allowed(state.AllowParent) : new(AccessVerdict.Allowed, null));
    }

    // 'The request is allowed only if both evaluations return a decision of Allow'
    // (reference_policies_evaluation-logic-cross-account.html).
    private AccessOutcome ConcludeCrossAccount(AccessRequest request, ref DecisionState state)
    {
        bool root = request.Principal.Kind == AccessPrincipalKind.Root;
        if (!root && state.Allow(PolicyLayer.Identity) == DecisionState.None)
            return ImplicitlyDenied(request, ref state, PolicyLayer.Identity);
        if (Limit(request, ref state) is { } limited)
            return limited;
        return state.Allow(PolicyLayer.Resource) != DecisionState.None
            ? Allowed(state.Allow(PolicyLayer.Resource))
            : ImplicitlyDenied(request, ref state, PolicyLayer.Resource);
    }

    // 'The effective permissions are the intersection of all three policy types' (access_policies_boundaries.html).
    private AccessOutcome? Limit(AccessRequest request, ref DecisionState state)
    {
        if (!request.Principal.IsIdentity)
            return null;
        if (Policies.PermissionsBoundary is not null && state.Allow(PolicyLayer.Boundary) == DecisionState.None)
            return ImplicitlyDenied(request, ref state, PolicyLayer.Boundary);

        // 'If there is no session policy, the code checks whether the principal is a role session. If the principal is a
        // role session, then the request is Allowed. Otherwise, the request is implicitly denied': a federated user has
        // nothing without one.
        bool needed = Policies.SessionPolicies is not null || request.Principal.Kind == AccessPrincipalKind.FederatedUser;
        return needed && state.Allow(PolicyLayer.Session) == DecisionState.None
            ? ImplicitlyDenied(request, ref state, PolicyLayer.Session)
            : null;
    }

    private AccessOutcome Allowed(int order) => new(AccessVerdict.Allowed, _statements[order].Type, _statements[order]);

    private AccessOutcome ImplicitlyDenied(AccessRequest request, ref DecisionState state, int layer)
    {
        int closest = state.Missing(layer);
        if (closest == DecisionState.None && layer == PolicyLayer.Identity)
            closest = state.Missing(PolicyLayer.Resource);
        string? missing = closest == DecisionState.None ? null : _statements[closest].MissingKey(request);
        PolicyType type = layer == PolicyLayer.Resource && request.LowerService == "sts" && MustAllowExplicitly(request) ? PolicyType.Trust : TypeOf(layer);
        return new(AccessVerdict.ImplicitlyDenied, type, null, missing);
    }
}
