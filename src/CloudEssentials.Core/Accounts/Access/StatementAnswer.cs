using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Accounts.Access;

/// <summary>What a statement says to a question.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Truth">Whether it applies.</param>
/// <param name="Resources">The resources on which.</param>
/// <param name="Condition">What is not settled, in words.</param>
internal sealed record StatementAnswer(CompiledStatement Statement, StatementTruth Truth, string[] Resources, string? Condition);
