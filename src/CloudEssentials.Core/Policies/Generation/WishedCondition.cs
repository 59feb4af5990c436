namespace CloudEssentials.Policies.Generation;

/// <summary>One line of a condition.</summary>
/// <param name="Operator">Such as <c>StringEquals</c>.</param>
/// <param name="Key">Such as <c>aws:SourceIp</c>.</param>
/// <param name="Values">One or more values, of which one must match.</param>
public sealed record WishedCondition(string Operator, string Key, IReadOnlyList<string> Values);
