namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// Finds the statements that cover an action without reading the others: those for every action, then by service the
/// exact names through a hash table, and the patterns of that one service.
/// </summary>
internal sealed class StatementIndex
{
    private readonly Dictionary<string, Bucket> _services = new(StringComparer.Ordinal);
    private readonly CompiledStatement[] _forEverything;
    private readonly CompiledStatement[] _exceptSome;

    /// <summary>Makes an index.</summary>
    /// <param name="statements">Usable statements, in their order.</param>
    public StatementIndex(IReadOnlyList<CompiledStatement> statements)
    {
        _forEverything = [.. statements.Where(statement => !statement.IsNotAction && statement.Actions!.IsEverything)];
        _exceptSome = [.. statements.Where(statement => statement.IsNotAction)];
        Dictionary<string, BucketBuilder> builders = new(StringComparer.Ordinal);
        foreach (CompiledStatement statement in statements)
        {
            if (!statement.IsNotAction && !statement.Actions!.IsEverything)
                Add(statement, builders);
        }

        foreach ((string service, BucketBuilder builder) in builders)
            _services.Add(service, builder.Build());
    }

    /// <summary>Goes through the statements that cover the request's action, each list in the statements' order.</summary>
    public void Visit(AccessRequest request, ref DecisionState state)
    {
        foreach (CompiledStatement statement in _forEverything)
            state.Consider(statement, request);
        foreach (CompiledStatement statement in _exceptSome)
        {
            if (state.Wants(statement) && !statement.Actions!.Contains(request))
                state.Consider(statement, request);
        }

        if (!_services.TryGetValue(request.LowerService, out Bucket? bucket))
            return;
        if (bucket.Exact.TryGetValue(request.LowerAction, out CompiledStatement[]? exact))
        {
            foreach (CompiledStatement statement in exact)
                state.Consider(statement, request);
        }

        foreach (PatternEntry entry in bucket.Patterns)
        {
            if (state.Wants(entry.Statement) && ActionSet.MatchesAny(entry.Patterns, request))
                state.Consider(entry.Statement, request);
        }
    }

    private static void Add(CompiledStatement statement, Dictionary<string, BucketBuilder> builders)
    {
        foreach (string action in statement.Actions!.Exact)
        {
            BucketBuilder builder = BuilderOf(action[..action.IndexOf(':')], builders);
            if (!builder.Exact.TryGetValue(action, out List<CompiledStatement>? list))
                builder.Exact.Add(action, list = []);
            list.Add(statement);
        }

        foreach ((string service, TextPattern[] patterns) in statement.Actions.Patterns)
            BuilderOf(service, builders).Patterns.Add(new(statement, patterns));
    }

    private static BucketBuilder BuilderOf(string service, Dictionary<string, BucketBuilder> builders) =>
        builders.TryGetValue(service, out BucketBuilder? builder) ? builder : builders[service] = new();

    private sealed record PatternEntry(CompiledStatement Statement, TextPattern[] Patterns);

    private sealed record Bucket(Dictionary<string, CompiledStatement[]> Exact, PatternEntry[] Patterns);

    private sealed class BucketBuilder
    {
        public Dictionary<string, List<CompiledStatement>> Exact { get; } = new(StringComparer.Ordinal);

        public List<PatternEntry> Patterns { get; } = [];

        public Bucket Build()
        {
            Dictionary<string, CompiledStatement[]> exact = new(Exact.Count, StringComparer.Ordinal);
            foreach ((string action, List<CompiledStatement> statements) in Exact)
                exact.Add(action, [.. statements]);
            return new(exact, [.. Patterns]);
        }
    }
}
