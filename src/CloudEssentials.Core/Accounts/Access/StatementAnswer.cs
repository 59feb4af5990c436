using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Accounts.Access;

/// <summary>What a statement says to a question.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Truth">Whether it applies.</param>
/// <param name="Resources">The resources on which, each once.</param>
/// <param name="Condition">What is not settled, in words.</param>
internal sealed record StatementAnswer(CompiledStatement Statement, StatementTruth Truth, string[] Resources, string? Condition)
{
    private string? _name;

    public bool IsDeny { get; } = Statement.IsDeny;

    /// <summary>The statement's Sid, or its place such as <c>statement 2</c>: the same text for all who hold it.</summary>
    public string Name => _name ??= string.IsNullOrEmpty(Statement.Source.Sid) ? $"statement {Statement.Source.Index + 1}" : Statement.Source.Sid;
}
