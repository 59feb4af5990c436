using System.Globalization;

namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// One key under one condition operator, with its values read once. 'If a single condition operator includes multiple
/// values for a context key, those values are evaluated using a logical OR', for negated operators a logical NOR
/// (reference_policies_multi-value-conditions.html).
/// </summary>
internal sealed class CompiledCondition
{
    private readonly PolicyText[] _texts = [];
    private readonly HashSet<string>? _set;
    private readonly TextPattern[] _patterns = [];
    private readonly ArnPattern[] _arns = [];
    private readonly bool[] _bools = [];
    private readonly decimal[] _numbers = [];
    private readonly long[] _dates = [];
    private readonly IpRange[] _ranges = [];

    /// <summary>Reads a condition.</summary>
    /// <param name="comparison">Its operator.</param>
    /// <param name="entry">The key and its values.</param>
    /// <param name="variables">Whether the policy's version has variables.</param>
    /// <param name="problems">Takes a sentence for each value that can match nothing.</param>
    public CompiledCondition(ConditionOperator comparison, PolicyConditionEntry entry, bool variables, List<string> problems)
    {
        Operator = comparison;
        Key = new(entry.Key);
        Values = entry.Values;
        switch (comparison.Comparison)
        {
            case Comparison.StringEquals or Comparison.StringEqualsIgnoreCase or Comparison.StringLike or Comparison.Arn:
                PolicyText[] texts = [.. Values.Select(value => PolicyText.Parse(value, variables, comparison.TakesWildcards))];
                string[] constants = [.. texts.Select(text => text.Constant).OfType<string>()];
                _texts = [.. texts.Where(text => text.Constant is null)];
                if (comparison.Comparison == Comparison.StringLike)
                    _patterns = [.. constants.Select(constant => new TextPattern(constant))];
                else if (comparison.Comparison == Comparison.Arn)
                    _arns = [.. constants.Select(constant => new ArnPattern(constant))];
                else
                    _set = new(constants, comparison.Comparison == Comparison.StringEquals ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
                break;
            case Comparison.Bool or Comparison.Null:
                // The page of the operators allows variables with Bool; that of the variables does not. The former wins.
                PolicyText[] truths = [.. Values.Select(value => PolicyText.Parse(value, variables && comparison.Comparison == Comparison.Bool, wildcards: false))];
                _texts = [.. truths.Where(text => text.Constant is null)];
                _bools = Read<bool>([.. truths.Select(text => text.Constant).OfType<string>()], ReadBool, "true nor false", problems);
                break;
            case Comparison.IpAddress:
                _ranges = Read<IpRange>([.. Values], IpRange.TryParseRange, "an IP address nor a range in CIDR notation", problems);
                break;
            case Comparison.Binary:
                _set = new(Values.Select(Canonical), StringComparer.Ordinal);
                break;
            case < Comparison.DateEquals:
                _numbers = Read<decimal>([.. Values], ReadNumber, "a whole nor a decimal number", problems);
                break;
            default:
                _dates = Read<long>([.. Values], IsoDate.TryParse, "a date in ISO 8601 nor seconds since 1970", problems);
                break;
        }
    }

    private delegate bool Reader<T>(ReadOnlySpan<char> text, out T value);

    public ConditionOperator Operator { get; }

    public ContextKey Key { get; }

    /// <summary>The values as the policy has them.</summary>
    public PolicyValues Values { get; }

    /// <summary>Decides the condition for a request.</summary>
    public ConditionResult Evaluate(AccessRequest request)
    {
        if (Key.Derived is ContextKey.DerivedKey.CurrentTime or ContextKey.DerivedKey.EpochTime && _dates.Length > 0 && request.Context.Find(Key.Lower) is null)
            return MatchesDate(request.Time.UtcTicks) != Operator.IsNegated ? ConditionResult.True : ConditionResult.False;

        ContextValues? values = request.Find(Key);
        if (Operator.Comparison == Comparison.Null)
            return EvaluateNull(values);
        return values is null or { Count: 0 } ? EvaluateMissing() : EvaluatePresent(values, request);
    }

    /// <summary>The first variable in its values that the request gives no value.</summary>
    public string? MissingVariable(AccessRequest request)
    {
        foreach (PolicyText text in _texts)
        {
            if (text.MissingKey(request) is { } key)
                return key;
        }

        return null;
    }

    /// <summary>Why a value that the request gives cannot be compared by this operator; null where it can.</summary>
    public string? WrongType(ContextValues values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            string? expected = Operator.Comparison switch
            {
                Comparison.Bool => ReadBool(values[i], out _) ? null : "true or false",
                Comparison.IpAddress => values.TryGetAddress(i, out _) ? null : "one IP address",
                Comparison.Arn => values[i].AsSpan().Count(':') >= 5 ? null : "an ARN",
                >= Comparison.NumericEquals and < Comparison.DateEquals => ReadNumber(values[i], out _) ? null : "a number",
                >= Comparison.DateEquals and < Comparison.IpAddress => IsoDate.TryParse(values[i], out _) ? null : "a date",
                _ => null,
            };
            if (expected is not null)
                return $"{Operator.Name} compares {expected}, and '{values[i]}' is none";
        }

        return null;
    }

    private static bool ReadBool(ReadOnlySpan<char> text, out bool value) => bool.TryParse(text, out value);

    private static bool ReadNumber(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);

    private static string Canonical(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? Convert.ToBase64String(bytes, 0, length) : base64;
    }

    private T[] Read<T>(string[] values, Reader<T> reader, string expected, List<string> problems)
    {
        List<T> read = [];
        foreach (string value in values)
        {
            if (reader(value, out T result))
                read.Add(result);
            else
                problems.Add($"the value '{value}' of {Key.Name} is neither {expected}, which {Operator.Name} compares");
        }

        return [.. read];
    }

    // 'Use either true (the key doesn't exist, it is null) or false (the key exists and its value is not null).'
    private ConditionResult EvaluateNull(ContextValues? values)
    {
        bool absent = values is null or { Count: 0 };
        bool holds = Array.IndexOf(_bools, absent) >= 0;
        return (holds, absent) switch
        {
            (true, true) => ConditionResult.TrueForMissing,
            (true, false) => ConditionResult.True,
            (false, true) => ConditionResult.FalseForMissing,
            _ => ConditionResult.False,
        };
    }

    // 'If the key is not present, the condition is false', for negated operators true, with IfExists true. 'ForAllValues
    // also returns true if there are no keys in the request'; ForAnyValue 'for no matching key or a null dataset' false.
    private ConditionResult EvaluateMissing() => Operator switch
    {
        { IsIfExists: true } or { Quantifier: Quantifier.All } => ConditionResult.TrueForMissing,
        { Quantifier: Quantifier.Any } => ConditionResult.FalseForMissing,
        { IsNegated: true } => ConditionResult.TrueForMissing,
        _ => ConditionResult.FalseForMissing,
    };

    private ConditionResult EvaluatePresent(ContextValues values, AccessRequest request)
    {
        bool missing = false;
        bool holds = Operator.Quantifier == Quantifier.None
            ? AnyMatches(values, request, wanted: true, ref missing) != Operator.IsNegated
            : EvaluateSet(values, request, ref missing);
        if (holds)
            return missing && Operator.IsNegated ? ConditionResult.TrueForMissing : ConditionResult.True;
        return missing ? ConditionResult.FalseForMissing : ConditionResult.False;
    }

    // A negated operator holds for a value that none of the policy's values matches.
    private bool EvaluateSet(ContextValues values, AccessRequest request, ref bool missing)
    {
        bool all = Operator.Quantifier == Quantifier.All;
        if (IsNullSet(values))
            return all;
        return all
            ? !AnyMatches(values, request, wanted: Operator.IsNegated, ref missing)
            : AnyMatches(values, request, wanted: !Operator.IsNegated, ref missing);
    }

    private bool AnyMatches(ContextValues values, AccessRequest request, bool wanted, ref bool missing)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (Matches(values, i, request, ref missing) == wanted)
                return true;
        }

        return false;
    }

    // 'The key values resolve to a null data set, such as an empty string.'
    private static bool IsNullSet(ContextValues values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Length > 0)
                return false;
        }

        return true;
    }

    private bool Matches(ContextValues values, int index, AccessRequest request, ref bool missing)
    {
        string value = values[index];
        bool constant = Operator.Comparison switch
        {
            Comparison.StringEquals or Comparison.StringEqualsIgnoreCase or Comparison.Binary => _set!.Contains(value),
            Comparison.StringLike => MatchesPattern(value),
            Comparison.Arn => MatchesArn(value),
            Comparison.Bool => ReadBool(value, out bool truth) && Array.IndexOf(_bools, truth) >= 0,
            Comparison.IpAddress => values.TryGetAddress(index, out IpRange address) && MatchesRange(address),
            < Comparison.DateEquals => ReadNumber(value, out decimal number) && MatchesNumber(number),
            _ => IsoDate.TryParse(value, out long ticks) && MatchesDate(ticks),
        };
        return constant || (_texts.Length > 0 && MatchesTemplate(value, request, ref missing));
    }

    private bool MatchesTemplate(string value, AccessRequest request, ref bool missing)
    {
        foreach (PolicyText text in _texts)
        {
            if (MatchesTemplate(text, value, request, ref missing))
                return true;
        }

        return false;
    }

    private bool MatchesTemplate(PolicyText text, string value, AccessRequest request, ref bool missing)
    {
        CharBuffer buffer = new(stackalloc char[256]);
        try
        {
            // 'When policy variables reference a key that has no value ... there is no equal or like value.'
            bool complete = text.Expand(request, ref buffer);
            missing |= !complete;
            return complete && Fits(buffer.Text, value);
        }
        finally
        {
            buffer.Dispose();
        }
    }

    private bool Fits(ReadOnlySpan<char> expanded, string value) => Operator.Comparison switch
    {
        Comparison.StringEquals => expanded.SequenceEqual(value),
        Comparison.StringLike => Wildcard.IsMatch(expanded, value),
        Comparison.Arn => ArnPattern.IsMatch(expanded, value),
        _ => expanded.Equals(value, StringComparison.OrdinalIgnoreCase),
    };

    private bool MatchesPattern(string value)
    {
        foreach (TextPattern pattern in _patterns)
        {
            if (pattern.IsMatch(value))
                return true;
        }

        return false;
    }

    private bool MatchesArn(string value)
    {
        foreach (ArnPattern pattern in _arns)
        {
            if (pattern.IsMatch(value))
                return true;
        }

        return false;
    }

    private bool MatchesRange(IpRange address)
    {
        foreach (IpRange range in _ranges)
        {
            if (range.Contains(address))
                return true;
        }

        return false;
    }

    private bool MatchesNumber(decimal value)
    {
        foreach (decimal number in _numbers)
        {
            if (Holds(value.CompareTo(number), Operator.Comparison - Comparison.NumericEquals))
                return true;
        }

        return false;
    }

    private bool MatchesDate(long ticks)
    {
        foreach (long date in _dates)
        {
            if (Holds(ticks.CompareTo(date), Operator.Comparison - Comparison.DateEquals))
                return true;
        }

        return false;
    }

    private static bool Holds(int order, int relation) => relation switch
    {
        0 => order == 0,
        1 => order < 0,
        2 => order <= 0,
        3 => order > 0,
        _ => order >= 0,
    };
}
