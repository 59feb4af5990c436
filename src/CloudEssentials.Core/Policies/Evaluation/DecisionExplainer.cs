namespace CloudEssentials.Policies.Evaluation;

/// <summary>Makes the explanation of one decision: each layer, each statement that came close, the part that did not match.</summary>
internal sealed class DecisionExplainer(CompiledPolicySet set, AccessRequest request, AccessOutcome outcome)
{
    private const int MostStatements = 10;
    private const int MostValues = 3;

    private readonly List<AccessExplanation> _lines = [];

    /// <summary>Makes it.</summary>
    public AccessExplanation Explain()
    {
        PolicySet policies = set.Policies;
        AddAccounts();
        AddLevels("service control policies", policies.ServiceControlPolicies, set.ServiceControlBinds(request), WhyServiceControlDoesNotBind);
        AddResourceControl(policies);
        if (policies.VpcEndpointPolicy is not null)
            AddLayer("VPC endpoint policy", PolicyLayer.VpcEndpoint);
        AddResourcePolicy(policies);
        AddIdentity(policies);
        if (request.Principal.IsIdentity)
            AddLimits(policies);
        return new(Summary(), _lines);
    }

    private string Summary()
    {
        string who = request.Principal.Id.Length == 0 ? "the identity" : request.Principal.Id;
        string verb = outcome.Decision switch
        {
            AccessVerdict.Allowed => "may call",
            AccessVerdict.ExplicitlyDenied => "is denied",
            _ => "may not call",
        };
        string target = request.IsAnyResource ? "" : $" on {request.Resource}";
        string by = outcome.MatchedStatement is { } statement ? $", by {statement}" : "";
        return $"{outcome.Decision}: {who} {verb} {request.Action}{target}{by}";
    }

    private void AddAccounts()
    {
        if (request.IsCrossAccount)
            Add($"across accounts: {request.Principal.AccountId} asks, {request.ResourceAccount} owns the resource; both sides must allow");
        if (outcome.MissingContextKey is { } key)
        {
            Add(outcome.Decision == AccessVerdict.ExplicitlyDenied
                ? $"the request has no {key}, and the denial holds for that reason"
                : $"the request has no {key}; with the right value it might be allowed");
        }
    }

    private void AddLevels(string name, IReadOnlyList<PolicyLevel>? levels, bool binds, Func<string> whyNot)
    {
        if (levels is null)
            return;
        if (!binds)
        {
            Add($"{name}: {whyNot()}");
            return;
        }

        for (int level = 0; level < levels.Count; level++)
            AddLayer($"{name} at {levels[level].Target}", PolicyLayer.FirstServiceControl + level);
    }

    private string WhyServiceControlDoesNotBind() => request.Principal.IsServiceLinkedRole
        ? "do not bind service-linked roles"
        : request.Principal.IsIdentity || request.Principal.Kind == AccessPrincipalKind.Root
            ? "do not bind the management account"
            : "bind identities of accounts, and this caller is none";

    private void AddResourceControl(PolicySet policies)
    {
        if (policies.ResourceControlPolicies is null)
            return;
        if (set.ResourceControlBinds(request))
        {
            AddLayer("resource control policies", PolicyLayer.ResourceControl, onlyDenies: true);
            return;
        }

        string why = request.Principal.IsServiceLinkedRole ? "do not bind service-linked roles"
            : policies.ManagementAccount is not null && request.ResourceAccount == policies.ManagementAccount ? "do not bind resources of the management account"
            : $"do not cover {request.Action}";
        Add($"resource control policies: {why}");
    }

    private void AddResourcePolicy(PolicySet policies)
    {
        bool strict = CompiledPolicySet.MustAllowExplicitly(request);
        string name = !strict ? "resource policy" : request.LowerService == "kms" ? "key policy" : "trust policy";
        if (policies.ResourcePolicy is not null)
            AddLayer(name, PolicyLayer.Resource, note: PrincipalNote);
        else if (strict && !request.IsCrossAccount && request.Principal.IsIdentity)
            Add($"{name}: not given; taken to leave the matter to the account's own policies");
        else if (strict || request.IsCrossAccount || !request.Principal.IsIdentity)
            Add($"{name}: none, and the request needs one that allows it");
    }

    private void AddIdentity(PolicySet policies)
    {
        if (request.Principal.Kind == AccessPrincipalKind.Root)
            Add("identity policies: the root user has full access to its account, and no such policies");
        else if (!request.Principal.IsIdentity)
            Add("identity policies: this caller has none; the resource's policy alone counts");
        else if (policies.IdentityPolicies.Count == 0)
            Add("identity policies: none");
        else
            AddLayer("identity policies", PolicyLayer.Identity);
    }

    private void AddLimits(PolicySet policies)
    {
        if (policies.PermissionsBoundary is not null)
            AddLayer("permissions boundary", PolicyLayer.Boundary);
        if (policies.SessionPolicies is not null)
            AddLayer("session policies", PolicyLayer.Session);
        else if (request.Principal.Kind == AccessPrincipalKind.FederatedUser)
            Add("session policies: none; a federated user has no permissions without one");
    }

    private void AddLayer(string name, int layer, bool onlyDenies = false, Func<CompiledStatement, string?>? note = null)
    {
        int read = 0;
        List<CloseStatement> close = [];
        foreach (CompiledStatement statement in set.Statements)
        {
            read += statement.Layer == layer ? 1 : 0;
            if (statement.Layer == layer && statement.IsUsable && statement.CoversAction(request))
                close.Add(new(statement, statement.Match(request, out _)));
        }

        close.Sort(static (one, other) => one.Match != other.Match ? other.Match.CompareTo(one.Match) : one.Statement.Order.CompareTo(other.Statement.Order));
        bool denied = close.Exists(found => found.Statement.IsDeny && found.Match == StatementMatch.Yes);
        bool allowed = close.Exists(found => !found.Statement.IsDeny && found.Match == StatementMatch.Yes);
        bool many = name.Contains("policies", StringComparison.Ordinal);
        string negated = many ? "do not" : "does not";
        string verdict = denied ? many ? "deny" : "denies"
            : onlyDenies ? $"{negated} deny"
            : allowed ? many ? "allow" : "allows"
            : $"{negated} allow";
        List<AccessExplanation> children = [.. close
            .Where(found => !onlyDenies || found.Statement.IsDeny)
            .Take(MostStatements)
            .Select(found => Line(found.Statement, found.Match, note))];
        if (close.Count == 0)
            children.Add(Leaf($"no statement covers {request.Action} ({Count(read, "statement")} read)"));
        else if (close.Count > MostStatements)
            children.Add(Leaf($"and {Count(close.Count - MostStatements, "statement")} more that cover {request.Action} and do not match"));
        _lines.Add(new($"{name}: {verdict}", children));
    }

    private AccessExplanation Line(CompiledStatement statement, StatementMatch match, Func<CompiledStatement, string?>? note)
    {
        string effect = statement.IsDeny ? "Deny" : "Allow";
        string title = $"{effect} {statement.ToMatched()}";
        if (match != StatementMatch.Yes)
            return new($"{title} does not apply", [.. Differences(statement)]);

        List<AccessExplanation> reasons = [.. statement.Conditions
            .Where(condition => condition.Evaluate(request) == ConditionResult.TrueForMissing)
            .Select(condition => Leaf($"{condition.Operator.Name} holds because the request has no {MissingOf(condition)}"))];
        if (!statement.IsDeny && note?.Invoke(statement) is { } text)
            reasons.Add(Leaf(text));
        return new($"{title} applies", reasons);
    }

    private string? PrincipalNote(CompiledStatement statement) => statement.MatchPrincipal(request) switch
    {
        PrincipalMatch.Account when !request.IsCrossAccount => "it names the account: the identity's own policies must allow too",
        PrincipalMatch.Parent => "it names the role or user behind the session: boundary and session policies still limit it",
        _ => null,
    };

    private IEnumerable<AccessExplanation> Differences(CompiledStatement statement)
    {
        if (statement.MatchPrincipal(request) == PrincipalMatch.None)
        {
            yield return Leaf(statement.Source.Principal is not null
                ? $"principal: {statement.Source.Principal} does not name {(request.Principal.Id.Length == 0 ? "it" : request.Principal.Id)}"
                : $"principal: {statement.Source.NotPrincipal} excepts it");
        }

        if (statement.MatchResource(request) != ResourcePattern.Match.Yes)
            yield return Leaf(ResourceDifference(statement));
        foreach (CompiledCondition condition in statement.Conditions)
        {
            ConditionResult result = condition.Evaluate(request);
            if (result is ConditionResult.False or ConditionResult.FalseForMissing)
                yield return Leaf(ConditionDifference(condition, result));
        }
    }

    private string ResourceDifference(CompiledStatement statement)
    {
        if (statement.MatchResource(request) == ResourcePattern.Match.VariableMissing)
            return $"resource: {Shorten(statement.Source.Resource!)} has a variable, and the request has no {statement.MissingKey(request)}";
        return statement.Source.Resource is { } resources
            ? $"resource: {Shorten(resources)} does not match {request.Resource}"
            : $"resource: NotResource {Shorten(statement.Source.NotResource!)} excepts {request.Resource}";
    }

    private string ConditionDifference(CompiledCondition condition, ConditionResult result)
    {
        ContextValues? values = request.Find(condition.Key);
        string asked = $"{condition.Operator.Name} asks for {Shorten(condition.Values)}";
        if (values is null or { Count: 0 })
            return $"condition: the request has no {condition.Key.Name}; {asked}";
        if (result == ConditionResult.FalseForMissing)
            return $"condition: {condition.Key.Name} is '{values}'; {asked}, and the request has no {condition.MissingVariable(request)}";
        return $"condition: {condition.Key.Name} is '{values}'; {condition.WrongType(values) ?? asked}";
    }

    private string MissingOf(CompiledCondition condition) =>
        request.Find(condition.Key) is { Count: > 0 } ? condition.MissingVariable(request) ?? condition.Key.Name : condition.Key.Name;

    private void Add(string text) => _lines.Add(Leaf(text));

    private static AccessExplanation Leaf(string text) => new(text, []);

    private static string Shorten(PolicyValues values) => values.Count <= MostValues
        ? string.Join(", ", values)
        : $"{string.Join(", ", values.Take(MostValues))} and {values.Count - MostValues} more";

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private sealed record CloseStatement(CompiledStatement Statement, StatementMatch Match);
}
