namespace CloudEssentials.Policies.Evaluation;

/// <summary>The statement that decided.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Sid">The statement's id, where it has one.</param>
/// <param name="Index">The statement's place in the policy, from 0.</param>
public sealed record MatchedStatement(string Policy, string? Sid, int Index)
{
    /// <summary>The policy and the statement's id or place, such as <c>ReadPhotos: AllowRead</c>.</summary>
    public override string ToString() => $"{Policy}: {(string.IsNullOrEmpty(Sid) ? $"statement {Index + 1}" : Sid)}";
}
