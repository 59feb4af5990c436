namespace CloudEssentials.Policies.Evaluation;

/// <summary>What a condition operator compares. Those that take policy variables come first.</summary>
internal enum Comparison
{
    StringEquals,
    StringEqualsIgnoreCase,
    StringLike,
    Arn,
    Bool,
    NumericEquals,
    NumericLessThan,
    NumericLessThanEquals,
    NumericGreaterThan,
    NumericGreaterThanEquals,
    DateEquals,
    DateLessThan,
    DateLessThanEquals,
    DateGreaterThan,
    DateGreaterThanEquals,
    IpAddress,
    Binary,
    Null,
    Unknown,
}
