namespace CloudEssentials.Policies.Comparison;

/// <summary>
/// One elementary question that a condition asks, such as whether <c>aws:SourceVpc</c> equals one value. Two statements
/// that ask the same question get the same answer; what else two questions have to do with each other is not assumed.
/// </summary>
internal sealed record ConditionClause(string Operator, string Key, string Value);
