using CloudEssentials.Catalog;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Accounts.Access;

/// <summary>
/// One question to an account: who may do this action, on one resource or on any. What a policy answers is worked out
/// once, for all who hold it; only statements that speak of the principal are asked again for each. Not for several threads at once.
/// </summary>
internal sealed class AccessQuestion
{
    private static readonly string[] Anything = ["*"];

    private readonly AccessIndex _index;
    private readonly CatalogAction? _action;
    private readonly string? _resource;
    private readonly RequestContext _context;
    private readonly DateTimeOffset _time;
    private readonly AccessRequest _anyone;
    private readonly ActionTargets _targets;
    private readonly List<Candidate[]> _candidates = [[]];
    private readonly int[]? _ofAll;
    private readonly Dictionary<int, Candidate[]> _ofSome = [];
    private readonly List<Held> _allows = [];
    private readonly List<Held> _denies = [];

    public AccessQuestion(AccessIndex index, string action, string? resource = null, RequestContext? context = null, bool ofAll = false)
    {
        _index = index;
        _action = index.Lookups.Catalog.FindAction(action);
        Action = _action?.FullName ?? action;
        _resource = resource is "*" ? null : resource;
        _context = context ?? RequestContext.Empty;
        _time = DateTimeOffset.UtcNow;
        _targets = new(_action, index);
        _anyone = Request(null);
        _ofAll = ofAll ? AnswerAll() : null;
    }

    public string Action { get; }

    /// <summary>What every principal may of whom some policy speaks of the action. For questions to all.</summary>
    public IEnumerable<PrincipalAccess> AskAll(Func<AccessHolder, bool>? isWanted = null)
    {
        foreach (AccessHolder holder in _index.Holders)
        {
            if (IsSpokenOf(holder.Policies) && isWanted?.Invoke(holder) != false && Ask(holder) is { } access)
                yield return access;
        }
    }

    /// <summary>What a principal may; null where no policy of it speaks of the action.</summary>
    public PrincipalAccess? Ask(AccessHolder holder)
    {
        _allows.Clear();
        _denies.Clear();
        Asker asker = new(this, holder);
        int end = holder.Policies.Offset + holder.Policies.Count;
        for (int i = holder.Policies.Offset; i < end; i++)
        {
            foreach (Candidate candidate in CandidatesOf(i))
            {
                if (asker.Answer(candidate) is { } answer)
                    (answer.IsDeny ? _denies : _allows).Add(new(_index.Policies[i], answer));
            }
        }

        if (_allows.Count == 0)
            return null;
        return _denies.Count == 0 && holder.Boundary is null ? ConcludeFree(holder) : Conclude(holder, asker);
    }

    private bool IsSpokenOf(ArraySegment<HeldPolicy> policies)
    {
        foreach (int slot in _index.Slots.AsSpan(policies.Offset, policies.Count))
        {
            if (_ofAll![slot] != 0)
                return true;
        }

        return false;
    }

    // Nothing stops most of those who may, and then there is nothing to weigh.
    private PrincipalAccess ConcludeFree(AccessHolder holder)
    {
        bool certain = _allows.Exists(allow => allow.Answer.Truth == StatementTruth.Yes);
        IReadOnlyList<string> resources = _allows.Count == 1
            ? _allows[0].Answer.Resources
            : [.. _allows.SelectMany(allow => allow.Answer.Resources).Distinct(StringComparer.Ordinal)];
        return ToAccess(holder, certain ? AccessStanding.Allowed : AccessStanding.Conditional, resources, []);
    }

    private PrincipalAccess Conclude(AccessHolder holder, Asker asker)
    {
        List<AccessStop> stops = [];
        HashSet<string> certain = new(_allows.Where(allow => allow.Answer.Truth == StatementTruth.Yes).SelectMany(allow => allow.Answer.Resources), StringComparer.Ordinal);
        HashSet<string> left = new(_allows.SelectMany(allow => allow.Answer.Resources), StringComparer.Ordinal);
        StopByDenies(_denies, left, certain, stops, isBoundary: false);
        if (holder.Boundary is { } boundary && left.Count > 0)
            StopByBoundary(boundary, asker, left, certain, stops);
        AccessStanding standing = left.Count == 0 ? AccessStanding.Stopped : certain.Count > 0 ? AccessStanding.Allowed : AccessStanding.Conditional;
        return ToAccess(holder, standing, [.. left], stops);
    }

    private PrincipalAccess ToAccess(AccessHolder holder, AccessStanding standing, IReadOnlyList<string> resources, IReadOnlyList<AccessStop> stops)
    {
        AccessPath[] paths = new AccessPath[_allows.Count];
        for (int i = 0; i < paths.Length; i++)
            paths[i] = _allows[i].Policy.ToPath(_allows[i].Answer);
        return new()
        {
            AccountId = _index.AccountId,
            PrincipalType = holder.Type,
            PrincipalName = holder.Name,
            PrincipalArn = holder.Arn,
            Action = Action,
            Resource = _resource,
            Access = standing,
            Path = paths,
            StoppedBy = stops,
            AllowedResource = resources,
        };
    }

    private void StopByDenies(IEnumerable<Held> denies, HashSet<string> left, HashSet<string> certain, List<AccessStop> stops, bool isBoundary)
    {
        foreach ((HeldPolicy policy, StatementAnswer answer) in denies)
        {
            string[] touched = [.. left.Where(resource => Touches(answer.Statement, answer.Resources, resource))];
            if (touched.Length == 0)
                continue;
            string[] whole = [.. touched.Where(resource => Covers(answer.Statement, answer.Resources, resource))];
            if (answer.Truth == StatementTruth.Yes)
                left.ExceptWith(whole);
            certain.ExceptWith(whole);
            bool always = answer.Truth == StatementTruth.Yes && left.Count == 0;
            stops.Add(policy.ToStop(answer, answer.Statement.Source.Resource is null ? touched : answer.Resources, answer.Condition, always, isBoundary));
        }
    }

    private void StopByBoundary(HeldPolicy boundary, Asker asker, HashSet<string> left, HashSet<string> certain, List<AccessStop> stops)
    {
        StatementAnswer[] answers = [.. CandidatesOf(boundary).Select(asker.Answer).OfType<StatementAnswer>()];
        StopByDenies(answers.Where(answer => answer.IsDeny).Select(answer => new Held(boundary, answer)), left, certain, stops, isBoundary: true);
        StatementAnswer[] allows = [.. answers.Where(answer => !answer.IsDeny)];
        string[] stopped = [.. left.Where(resource => !Array.Exists(allows, allow => Touches(allow.Statement, allow.Resources, resource)))];
        left.ExceptWith(stopped);
        certain.ExceptWith(stopped);
        string[] open = [.. certain.Where(resource => !Array.Exists(allows, allow => allow.Truth == StatementTruth.Yes && Touches(allow.Statement, allow.Resources, resource)))];
        certain.ExceptWith(open);
        if (stopped.Length > 0)
            stops.Add(boundary.ToStop(null, stopped, null, left.Count == 0, isBoundary: true));
        foreach (StatementAnswer allow in allows.Where(allow => allow.Truth == StatementTruth.Maybe && open.Length > 0))
            stops.Add(boundary.ToStop(allow, open, $"not {allow.Condition}", false, isBoundary: true));
    }

    // For one resource, a statement that answers at all speaks of it.
    private bool Touches(CompiledStatement statement, string[] resources, string resource) => _resource is not null
        || (statement.Source.NotResource is { } except
            ? !except.Any(pattern => _targets.Covers([pattern], resource))
            : Array.Exists(resources, pattern => ActionTargets.Overlap(pattern, resource)));

    private bool Covers(CompiledStatement statement, string[] resources, string resource) => _resource is not null
        || (statement.Source.NotResource is { } except
            ? !except.Any(pattern => ActionTargets.Overlap(pattern, resource))
            : _targets.Covers(resources, resource));

    private Candidate[] CandidatesOf(int policy) =>
        _ofAll is null ? CandidatesOf(_index.Policies[policy]) : _candidates[_ofAll[_index.Slots[policy]]];

    private Candidate[] CandidatesOf(HeldPolicy policy)
    {
        if (_ofAll is not null)
            return _candidates[_ofAll[policy.Slot]];
        if (!_ofSome.TryGetValue(policy.Slot, out Candidate[]? known))
            _ofSome.Add(policy.Slot, known = [.. (policy.Document.Compiled?.Statements ?? []).Where(statement => statement.IsUsable).Select(CandidateOf).OfType<Candidate>()]);
        return known;
    }

    private int[] AnswerAll()
    {
        int[] answers = new int[_index.DocumentCount];
        foreach ((int slot, CompiledStatement statement) in _index.SpeakersOf(_anyone))
        {
            if (CandidateOf(statement) is not { } candidate)
                continue;
            if (answers[slot] == 0)
            {
                answers[slot] = _candidates.Count;
                _candidates.Add([candidate]);
            }
            else
            {
                _candidates[answers[slot]] = [.. _candidates[answers[slot]].Append(candidate).OrderBy(spoken => spoken.Statement.Order)];
            }
        }

        return answers;
    }

    private Candidate? CandidateOf(CompiledStatement statement)
    {
        if (!statement.CoversAction(_anyone))
            return null;
        if (DependsOnPrincipal(statement))
            return new(statement, null);
        return Answer(statement, _anyone, hasAllTags: false) is { } answer ? new(statement, answer) : null;
    }

    private StatementAnswer? Answer(CompiledStatement statement, AccessRequest request, bool hasAllTags)
    {
        string[] resources = ResourcesOf(statement, request, hasAllTags, out bool open);
        if (resources.Length == 0)
            return null;
        List<string>? unsettled = open ? ["a variable of the resource has a value"] : null;
        foreach (CompiledCondition condition in statement.Conditions)
        {
            switch (Decide(condition, request, hasAllTags))
            {
                case StatementTruth.No:
                    return null;
                case StatementTruth.Maybe:
                    (unsettled ??= []).Add($"{condition.Key.Name} {condition.Operator.Name} {string.Join(" or ", condition.Values.Take(3))}{(condition.Values.Count > 3 ? $" or {condition.Values.Count - 3} more" : "")}");
                    break;
            }
        }

        return new(statement, unsettled is null ? StatementTruth.Yes : StatementTruth.Maybe, resources, unsettled is null ? null : string.Join(" and ", unsettled));
    }

    private string[] ResourcesOf(CompiledStatement statement, AccessRequest request, bool hasAllTags, out bool open)
    {
        open = false;
        if (_resource is not null)
        {
            ResourcePattern.Match match = statement.MatchResource(request);
            open = match == ResourcePattern.Match.VariableMissing && !hasAllTags;
            return match == ResourcePattern.Match.Yes || open ? [_resource] : [];
        }

        if (statement.Source.Resource is not { } patterns)
            return Anything;
        return [.. patterns.Where(_targets.Fits).Select(pattern => pattern.Length > 0 && pattern.AsSpan().Trim('*').IsEmpty ? "*" : Expand(pattern, request)).Distinct(StringComparer.Ordinal)];
    }

    private static string Expand(string pattern, AccessRequest request) => request.Principal.UserNameValue is { } name
        ? pattern.Replace("${aws:username}", name[0], StringComparison.OrdinalIgnoreCase)
        : pattern;

    private static StatementTruth Decide(CompiledCondition condition, AccessRequest request, bool hasAllTags)
    {
        bool known = request.Find(condition.Key) is { Count: > 0 } || (hasAllTags && condition.Key.Derived == ContextKey.DerivedKey.PrincipalTag);
        if (!known)
            return StatementTruth.Maybe;
        return condition.Evaluate(request) switch
        {
            ConditionResult.False => StatementTruth.No,
            ConditionResult.FalseForMissing => hasAllTags ? StatementTruth.No : StatementTruth.Maybe,
            _ => StatementTruth.Yes,
        };
    }

    private static bool DependsOnPrincipal(CompiledStatement statement) =>
        Array.Exists(statement.Conditions, condition => condition.Key.Derived is not (ContextKey.DerivedKey.None or ContextKey.DerivedKey.CurrentTime or ContextKey.DerivedKey.EpochTime) || HasVariable(condition.Values))
        || HasVariable(statement.Source.Resource ?? statement.Source.NotResource);

    private static bool HasVariable(IEnumerable<string>? values) => values?.Any(value => value.Contains("${", StringComparison.Ordinal)) == true;

    private AccessRequest Request(AccessPrincipal? principal) => new(Action, _resource ?? "*", principal, OwnerOf(_resource), _context, _time);

    // A bucket's ARN names no account: it is taken to be this one's.
    private string? OwnerOf(string? resource) => resource?.Split(':', 6) is [_, _, _, _, { Length: 12 }, _] ? null : _index.AccountId;

    private readonly record struct Held(HeldPolicy Policy, StatementAnswer Answer);

    private readonly record struct Candidate(CompiledStatement Statement, StatementAnswer? Answer);

    private struct Asker(AccessQuestion question, AccessHolder holder)
    {
        private AccessRequest? _request;

        public StatementAnswer? Answer(Candidate candidate) =>
            candidate.Answer ?? question.Answer(candidate.Statement, _request ??= question.Request(holder.Principal), holder.HasAllTags);
    }
}
