namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// A condition operator as a policy names it: an optional set operator, the comparison, an optional <c>IfExists</c>.
/// See reference_policies_elements_condition_operators.html and reference_policies_multi-value-conditions.html.
/// </summary>
internal sealed class ConditionOperator
{
    private ConditionOperator(string name, Comparison comparison, bool negated, Quantifier quantifier, bool ifExists)
    {
        Name = name;
        Comparison = comparison;
        IsNegated = negated;
        Quantifier = quantifier;
        IsIfExists = ifExists;
    }

    public string Name { get; }

    public Comparison Comparison { get; }

    /// <summary>True for the operators with <c>Not</c>: they hold where the comparison does not, and where the key is missing.</summary>
    public bool IsNegated { get; }

    public Quantifier Quantifier { get; }

    public bool IsIfExists { get; }

    public bool TakesVariables => Comparison <= Comparison.Bool;

    public bool TakesWildcards => Comparison is Comparison.StringLike or Comparison.Arn;

    /// <summary>Reads an operator; null for a name that is none.</summary>
    public static ConditionOperator? Parse(string name)
    {
        ReadOnlySpan<char> rest = name;
        Quantifier quantifier = TakeStart(ref rest, "ForAllValues:") ? Quantifier.All : TakeStart(ref rest, "ForAnyValue:") ? Quantifier.Any : Quantifier.None;
        bool ifExists = rest.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase);
        if (ifExists)
            rest = rest[..^"IfExists".Length];
        (Comparison comparison, bool negated) = rest.ToString().ToLowerInvariant() switch
        {
            "stringequals" => (Comparison.StringEquals, false),
            "stringnotequals" => (Comparison.StringEquals, true),
            "stringequalsignorecase" => (Comparison.StringEqualsIgnoreCase, false),
            "stringnotequalsignorecase" => (Comparison.StringEqualsIgnoreCase, true),
            "stringlike" => (Comparison.StringLike, false),
            "stringnotlike" => (Comparison.StringLike, true),
            "arnequals" or "arnlike" => (Comparison.Arn, false),
            "arnnotequals" or "arnnotlike" => (Comparison.Arn, true),
            "bool" => (Comparison.Bool, false),
            "numericequals" => (Comparison.NumericEquals, false),
            "numericnotequals" => (Comparison.NumericEquals, true),
            "numericlessthan" => (Comparison.NumericLessThan, false),
            "numericlessthanequals" => (Comparison.NumericLessThanEquals, false),
            "numericgreaterthan" => (Comparison.NumericGreaterThan, false),
            "numericgreaterthanequals" => (Comparison.NumericGreaterThanEquals, false),
            "dateequals" => (Comparison.DateEquals, false),
            "datenotequals" => (Comparison.DateEquals, true),
            "datelessthan" => (Comparison.DateLessThan, false),
            "datelessthanequals" => (Comparison.DateLessThanEquals, false),
            "dategreaterthan" => (Comparison.DateGreaterThan, false),
            "dategreaterthanequals" => (Comparison.DateGreaterThanEquals, false),
            "ipaddress" => (Comparison.IpAddress, false),
            "notipaddress" => (Comparison.IpAddress, true),
            "binaryequals" => (Comparison.Binary, false),

            // 'You can add IfExists to the end of any condition operator name except the Null condition.'
            "null" when !ifExists => (Comparison.Null, false),
            _ => (Comparison.Unknown, false),
        };
        return comparison == Comparison.Unknown ? null : new(name, comparison, negated, quantifier, ifExists);
    }

    private static bool TakeStart(ref ReadOnlySpan<char> text, string start)
    {
        if (!text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            return false;
        text = text[start.Length..];
        return true;
    }
}
