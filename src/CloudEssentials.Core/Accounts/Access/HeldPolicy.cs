using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Accounts.Access;

/// <summary>A policy in the hands of a user, a group or a role; the slot is its document's number in the index.</summary>
internal sealed record HeldPolicy(string? GroupName, string PolicyName, string? PolicyArn, IamDocument Document, int Slot)
{
    public AccessPath ToPath(CompiledStatement statement, IReadOnlyList<string> resources, string? condition) => new()
    {
        GroupName = GroupName,
        PolicyName = PolicyName,
        PolicyArn = PolicyArn,
        Statement = NameOf(statement),
        Resource = resources,
        Condition = condition,
    };

    public AccessStop ToStop(CompiledStatement? statement, IReadOnlyList<string> resources, string? condition, bool isWhole, bool isBoundary) => new()
    {
        Kind = isBoundary ? "PermissionsBoundary" : "Deny",
        GroupName = GroupName,
        PolicyName = PolicyName,
        PolicyArn = PolicyArn,
        Statement = statement is null ? null : NameOf(statement),
        Resource = resources,
        Condition = condition,
        IsWhole = isWhole,
    };

    private static string NameOf(CompiledStatement statement) =>
        string.IsNullOrEmpty(statement.Source.Sid) ? $"statement {statement.Source.Index + 1}" : statement.Source.Sid;
}
