namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// The actions of a statement, in lower case: 'The prefix and the action name are case insensitive'
/// (reference_policies_elements_action.html). Wildcards stand within the action's name, or for everything.
/// </summary>
internal sealed class ActionSet
{
    private readonly Dictionary<string, TextPattern[]> _patterns = new(StringComparer.Ordinal);

    /// <summary>Reads the element.</summary>
    /// <param name="values">The values of <c>Action</c> or <c>NotAction</c>.</param>
    /// <param name="problems">Takes a sentence for each value that can match nothing.</param>
    public ActionSet(PolicyValues values, List<string> problems)
    {
        Dictionary<string, List<TextPattern>> patterns = new(StringComparer.Ordinal);
        foreach (string value in values)
        {
            string lower = value.ToLowerInvariant();
            int colon = lower.IndexOf(':');
            if (lower.Length > 0 && lower.AsSpan().Trim('*').IsEmpty || lower == "*:*")
                IsEverything = true;
            else if (colon < 1 || colon == lower.Length - 1)
                problems.Add($"'{value}' is no action: a service and an action's name with a colon between them");
            else if (!HasOnlyCharactersOfActions(lower))
                problems.Add($"'{value}' is no action: it has a character that no action has");
            else if (lower.AsSpan(0, colon).IndexOfAny('*', '?') >= 0)
                problems.Add($"'{value}' has a wildcard in the service, where none may be");
            else if (lower.AsSpan(colon).IndexOfAny('*', '?') < 0)
                Exact.Add(lower);
            else
                ListOf(patterns, lower[..colon]).Add(new(Wildcard.Encode(lower[(colon + 1)..])));
        }

        foreach ((string service, List<TextPattern> list) in patterns)
            _patterns.Add(service, list.Exists(pattern => pattern.IsEverything) ? [list.First(pattern => pattern.IsEverything)] : [.. list]);
    }

    /// <summary>Whether it holds <c>*</c>.</summary>
    public bool IsEverything { get; }

    /// <summary>The actions without wildcards.</summary>
    public HashSet<string> Exact { get; } = new(StringComparer.Ordinal);

    /// <summary>The patterns of action names by service.</summary>
    public IReadOnlyDictionary<string, TextPattern[]> Patterns => _patterns;

    /// <summary>Whether it covers the action of a request.</summary>
    public bool Contains(AccessRequest request) => IsEverything
        || Exact.Contains(request.LowerAction)
        || (_patterns.TryGetValue(request.LowerService, out TextPattern[]? patterns) && MatchesAny(patterns, request));

    /// <summary>Whether one of a service's patterns covers the action of a request to that service.</summary>
    public static bool MatchesAny(TextPattern[] patterns, AccessRequest request)
    {
        ReadOnlySpan<char> name = request.LowerAction.AsSpan(request.LowerService.Length + 1);
        foreach (TextPattern pattern in patterns)
        {
            if (pattern.IsMatch(name))
                return true;
        }

        return false;
    }

    private static bool HasOnlyCharactersOfActions(string text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not (':' or '*' or '?' or '-' or '_' or '.' or '/'))
                return false;
        }

        return true;
    }

    private static List<TextPattern> ListOf(Dictionary<string, List<TextPattern>> patterns, string service) =>
        patterns.TryGetValue(service, out List<TextPattern>? list) ? list : patterns[service] = [];
}
