namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// A value of an ARN operator: 'Each of the six colon-delimited components of the ARN is checked separately and each
/// can include multi-character match wildcards or single-character match wildcards'
/// (reference_policies_elements_condition_operators.html).
/// </summary>
internal sealed class ArnPattern
{
    private readonly TextPattern[] _parts;
    private readonly bool _exact;
    private readonly string _pattern;

    public ArnPattern(string pattern)
    {
        _pattern = pattern;
        _exact = !Wildcard.HasWildcard(pattern);
        string[] parts = pattern.Split(':', 6);
        _parts = [.. parts.Select(part => new TextPattern(part))];
    }

    /// <summary>Compares a value of the request.</summary>
    public bool IsMatch(ReadOnlySpan<char> value)
    {
        if (IsEverything(_pattern))
            return true;
        if (_parts.Length < 6)
            return false;
        if (_exact)
            return value.SequenceEqual(_pattern);
        for (int i = 0; i < 5; i++)
        {
            int colon = value.IndexOf(':');
            if (colon < 0 || !_parts[i].IsMatch(value[..colon]))
                return false;
            value = value[(colon + 1)..];
        }

        return _parts[5].IsMatch(value);
    }

    /// <summary>Compares a value with a pattern that was made for this request.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> value)
    {
        if (IsEverything(pattern))
            return true;
        for (int i = 0; i < 5; i++)
        {
            int wanted = pattern.IndexOf(':');
            int colon = value.IndexOf(':');
            if (wanted < 0 || colon < 0 || !Wildcard.IsMatch(pattern[..wanted], value[..colon]))
                return false;
            pattern = pattern[(wanted + 1)..];
            value = value[(colon + 1)..];
        }

        return Wildcard.IsMatch(pattern, value);
    }

    private static bool IsEverything(ReadOnlySpan<char> pattern) => pattern.Length > 0 && pattern.Trim(Wildcard.AnyRun).IsEmpty;
}
