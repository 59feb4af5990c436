using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>What is known of a condition operator: worked out once for each text.</summary>
internal sealed class OperatorInfo
{
    private const string ForAll = "ForAllValues:";
    private const string ForAny = "ForAnyValue:";
    private const string Suffix = "IfExists";

    private static readonly Dictionary<string, OperatorFamily> Families = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = OperatorFamily.String,
        ["StringNotEquals"] = OperatorFamily.String,
        ["StringEqualsIgnoreCase"] = OperatorFamily.String,
        ["StringNotEqualsIgnoreCase"] = OperatorFamily.String,
        ["StringLike"] = OperatorFamily.String,
        ["StringNotLike"] = OperatorFamily.String,
        ["NumericEquals"] = OperatorFamily.Numeric,
        ["NumericNotEquals"] = OperatorFamily.Numeric,
        ["NumericLessThan"] = OperatorFamily.Numeric,
        ["NumericLessThanEquals"] = OperatorFamily.Numeric,
        ["NumericGreaterThan"] = OperatorFamily.Numeric,
        ["NumericGreaterThanEquals"] = OperatorFamily.Numeric,
        ["DateEquals"] = OperatorFamily.Date,
        ["DateNotEquals"] = OperatorFamily.Date,
        ["DateLessThan"] = OperatorFamily.Date,
        ["DateLessThanEquals"] = OperatorFamily.Date,
        ["DateGreaterThan"] = OperatorFamily.Date,
        ["DateGreaterThanEquals"] = OperatorFamily.Date,
        ["Bool"] = OperatorFamily.Bool,
        ["BinaryEquals"] = OperatorFamily.Binary,
        ["IpAddress"] = OperatorFamily.IpAddress,
        ["NotIpAddress"] = OperatorFamily.IpAddress,
        ["ArnEquals"] = OperatorFamily.Arn,
        ["ArnNotEquals"] = OperatorFamily.Arn,
        ["ArnLike"] = OperatorFamily.Arn,
        ["ArnNotLike"] = OperatorFamily.Arn,
        ["Null"] = OperatorFamily.Null,
    };

    public OperatorInfo(string text)
    {
        Text = text;
        var rest = text;
        IsForAll = rest.StartsWith(ForAll, StringComparison.Ordinal);
        IsForAny = rest.StartsWith(ForAny, StringComparison.Ordinal);
        rest = IsForAll ? rest[ForAll.Length..] : IsForAny ? rest[ForAny.Length..] : rest;
        HasIfExists = rest.EndsWith(Suffix, StringComparison.Ordinal);
        Name = HasIfExists ? rest[..^Suffix.Length] : rest;
        Family = Families.GetValueOrDefault(Name);
        IsNegated = Name.Contains("Not", StringComparison.Ordinal);
        TakesWildcards = Name.EndsWith("Like", StringComparison.Ordinal) || Family == OperatorFamily.Arn;
        if (Family == OperatorFamily.None)
            Corrected = FindSameButForCase(text);
    }

    public string Text { get; }

    /// <summary>The operator without qualifier and suffix.</summary>
    public string Name { get; }

    public OperatorFamily Family { get; }

    public bool IsForAll { get; }

    public bool IsForAny { get; }

    public bool HasQualifier => IsForAll || IsForAny;

    public bool HasIfExists { get; }

    public bool IsNegated { get; }

    public bool TakesWildcards { get; }

    /// <summary>The operator that it would be if only its case, or white space in it, were right.</summary>
    public string? Corrected { get; }

    /// <summary>The nearest operator, or null.</summary>
    public string? Suggestion => NearestName.Find(Name, Families.Keys);

    private static string? FindSameButForCase(string text)
    {
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        foreach (var qualifier in (ReadOnlySpan<string>)["", ForAll, ForAny])
        {
            foreach (var name in Families.Keys)
            {
                foreach (var suffix in (ReadOnlySpan<string>)["", Suffix])
                {
                    var whole = qualifier + name + suffix;
                    if (string.Equals(whole, bare, StringComparison.OrdinalIgnoreCase))
                        return whole;
                }
            }
        }

        return null;
    }
}
