namespace CloudEssentials.Policies.Evaluation;

/// <summary>Something in a policy that AWS would not accept and that no request can match.</summary>
/// <param name="Type">The policy's kind.</param>
/// <param name="PolicyName">The policy's name.</param>
/// <param name="StatementIndex">The statement's place, from 0; -1 for the whole document.</param>
/// <param name="Message">What is wrong, such as <c>'StringEqual' is not a condition operator</c>.</param>
public sealed record PolicyProblem(PolicyType Type, string PolicyName, int StatementIndex, string Message)
{
    /// <summary>The problem in one sentence.</summary>
    public override string ToString() => StatementIndex < 0
        ? $"{PolicyName}: {Message}."
        : $"{PolicyName}, statement {StatementIndex + 1}: {Message}.";
}
