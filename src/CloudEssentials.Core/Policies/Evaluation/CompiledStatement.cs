namespace CloudEssentials.Policies.Evaluation;

/// <summary>A statement made ready for many decisions.</summary>
internal sealed class CompiledStatement
{
    private readonly ResourcePattern[] _resources = [];
    private readonly bool _exceptResources;
    private readonly bool _everyResource;
    private readonly PrincipalPattern? _principal;

    /// <summary>Reads a statement.</summary>
    /// <param name="type">The kind of its policy.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="source">The statement.</param>
    /// <param name="layer">The layer that it belongs to.</param>
    /// <param name="problems">Takes a sentence for whatever in it can match nothing.</param>
    public CompiledStatement(PolicyType type, NamedPolicy policy, PolicyStatement source, int layer, List<string> problems)
    {
        Type = type;
        Policy = policy;
        Source = source;
        Layer = layer;
        IsDeny = source.IsDeny;
        bool variables = policy.Document.Version == "2012-10-17";
        if (!source.IsAllow && !source.IsDeny)
            problems.Add($"its Effect is {(source.EffectNode is null ? "missing" : source.EffectNode.ToJson())}, and neither \"Allow\" nor \"Deny\"");

        Actions = ReadActions(source, problems);
        PolicyValues? resources = source.Resource ?? source.NotResource;
        _exceptResources = source.Resource is null && source.NotResource is not null;
        if (resources is not null)
            _resources = [.. resources.Select(value => ReadResource(value, variables, problems))];

        // In a resource-based policy the resource may be left out: it is the one that the policy is attached to.
        _everyResource = resources is null ? TakesPrincipal(type) : !_exceptResources && Array.Exists(_resources, resource => resource.IsEverything);
        if (resources is null && !TakesPrincipal(type))
            problems.Add("it has neither Resource nor NotResource");
        _principal = ReadPrincipal(type, source, problems);
        CompiledCondition[]? conditions = ReadConditions(source, variables, problems);
        IsUsable = (source.IsAllow || source.IsDeny) && Actions is not null && conditions is not null && (_principal is not null || !TakesPrincipal(type));
        Conditions = conditions ?? [];
    }

    /// <summary>The kind of its policy.</summary>
    public PolicyType Type { get; }

    /// <summary>Its policy.</summary>
    public NamedPolicy Policy { get; }

    /// <summary>The statement.</summary>
    public PolicyStatement Source { get; }

    /// <summary>The layer that it belongs to; see <see cref="PolicyLayer"/>.</summary>
    public int Layer { get; }

    /// <summary>Its place among all statements of the set.</summary>
    public int Order { get; set; }

    public bool IsDeny { get; }

    /// <summary>Whether it can apply to any request at all.</summary>
    public bool IsUsable { get; }

    /// <summary>The actions of <c>Action</c> or of <c>NotAction</c>.</summary>
    public ActionSet? Actions { get; }

    public bool IsNotAction => Source.Action is null;

    public CompiledCondition[] Conditions { get; }

    public MatchedStatement ToMatched() => new(Policy.Name, Source.Sid, Source.Index);

    /// <summary>Whether it covers the request's action.</summary>
    public bool CoversAction(AccessRequest request) => Actions is not null && Actions.Contains(request) != IsNotAction;

    /// <summary>How it names the principal; direct where it has no principal to name, as in identity policies.</summary>
    public PrincipalMatch MatchPrincipal(AccessRequest request) =>
        _principal is null ? PrincipalMatch.Direct : _principal.IsMatch(request.Principal, IsDeny, request.ResourceAccount);

    /// <summary>Whether it covers the request's resource.</summary>
    public ResourcePattern.Match MatchResource(AccessRequest request)
    {
        if (_everyResource)
            return ResourcePattern.Match.Yes;

        ResourcePattern.Match best = ResourcePattern.Match.No;
        foreach (ResourcePattern resource in _resources)
        {
            ResourcePattern.Match match = resource.IsMatch(request);
            if (match > best)
                best = match;
            if (best == ResourcePattern.Match.Yes)
                break;
        }

        // 'The resource that includes a policy variable with no value will not match any resource', NotResource's neither.
        return !_exceptResources ? best : best == ResourcePattern.Match.Yes ? ResourcePattern.Match.No : ResourcePattern.Match.Yes;
    }

    /// <summary>Decides all but the action: principal, resource, conditions.</summary>
    /// <param name="request">A request whose action it covers.</param>
    /// <param name="principal">How it names the principal.</param>
    public StatementMatch Match(AccessRequest request, out PrincipalMatch principal)
    {
        principal = PrincipalMatch.Direct;
        if (_principal is not null && (principal = MatchPrincipal(request)) == PrincipalMatch.None)
            return StatementMatch.No;

        ResourcePattern.Match resource = _everyResource ? ResourcePattern.Match.Yes : MatchResource(request);
        if (resource == ResourcePattern.Match.No)
            return StatementMatch.No;

        // 'All conditions must resolve to true to invoke the desired Allow or Deny effect.'
        bool missing = resource == ResourcePattern.Match.VariableMissing;
        foreach (CompiledCondition condition in Conditions)
        {
            ConditionResult result = condition.Evaluate(request);
            if (result == ConditionResult.False)
                return StatementMatch.No;
            missing |= result == ConditionResult.FalseForMissing;
        }

        return missing ? StatementMatch.KeyMissing : StatementMatch.Yes;
    }

    /// <summary>The first key for want of which it does not apply, or, where it applies, for want of which a condition holds.</summary>
    public string? MissingKey(AccessRequest request)
    {
        bool applies = Match(request, out _) == StatementMatch.Yes;
        if (!applies)
        {
            foreach (ResourcePattern resource in _resources)
            {
                if (resource.IsMatch(request) == ResourcePattern.Match.VariableMissing)
                    return resource.MissingKey(request);
            }
        }

        foreach (CompiledCondition condition in Conditions)
        {
            if (condition.Evaluate(request) == (applies ? ConditionResult.TrueForMissing : ConditionResult.FalseForMissing))
                return request.Find(condition.Key) is { Count: > 0 } ? condition.MissingVariable(request) : condition.Key.Name;
        }

        return null;
    }

    private static bool TakesPrincipal(PolicyType type) =>
        type is PolicyType.Resource or PolicyType.Trust or PolicyType.VpcEndpoint or PolicyType.ResourceControl;

    private static ActionSet? ReadActions(PolicyStatement source, List<string> problems)
    {
        if ((source.Action ?? source.NotAction) is { } values)
            return new(values, problems);
        problems.Add("it has neither Action nor NotAction");
        return null;
    }

    private static ResourcePattern ReadResource(string value, bool variables, List<string> problems)
    {
        ResourcePattern pattern = ResourcePattern.Parse(value, variables, out string? problem);
        if (problem is not null)
            problems.Add($"the resource '{(value.Length > 100 ? value[..100] + "..." : value)}' matches nothing: {problem}");
        return pattern;
    }

    private static PrincipalPattern? ReadPrincipal(PolicyType type, PolicyStatement source, List<string> problems)
    {
        PolicyPrincipal? element = source.Principal ?? source.NotPrincipal;
        if (!TakesPrincipal(type))
        {
            if (element is not null)
                problems.Add("it has a principal, which this kind of policy cannot have");
            return null;
        }

        if (element is null)
        {
            problems.Add("it has neither Principal nor NotPrincipal");
            return null;
        }

        return new(element, except: source.Principal is null, problems);
    }

    private static CompiledCondition[]? ReadConditions(PolicyStatement source, bool variables, List<string> problems)
    {
        List<CompiledCondition> conditions = [];
        bool readable = source.ConditionNode is null or { Kind: PolicyNodeKind.Object };
        if (!readable)
            problems.Add("its Condition is not an object");
        foreach (PolicyConditionBlock block in source.Condition)
        {
            ConditionOperator? comparison = ConditionOperator.Parse(block.Operator);
            if (comparison is not null && block.Node.Kind == PolicyNodeKind.Object)
            {
                conditions.AddRange(block.Entries.Select(entry => new CompiledCondition(comparison, entry, variables, problems)));
                continue;
            }

            readable = false;
            problems.Add(comparison is null
                ? $"'{block.Operator}' is not a condition operator"
                : $"what stands under {block.Operator} is not an object of keys and values");
        }

        // A statement whose conditions cannot be read must not apply without them.
        return readable ? [.. conditions] : null;
    }
}
