namespace CloudEssentials.Accounts.Access;

/// <summary>A policy in the hands of a user, a group or a role; the slot is its document's number in the index.</summary>
internal sealed record HeldPolicy(string? GroupName, string PolicyName, string? PolicyArn, IamDocument Document, int Slot)
{
    public AccessPath ToPath(StatementAnswer answer) => new()
    {
        GroupName = GroupName,
        PolicyName = PolicyName,
        PolicyArn = PolicyArn,
        Statement = answer.Name,
        Resource = answer.Resources,
        Condition = answer.Condition,
    };

    public AccessStop ToStop(StatementAnswer? answer, IReadOnlyList<string> resources, string? condition, bool isWhole, bool isBoundary) => new()
    {
        Kind = isBoundary ? "PermissionsBoundary" : "Deny",
        GroupName = GroupName,
        PolicyName = PolicyName,
        PolicyArn = PolicyArn,
        Statement = answer?.Name,
        Resource = resources,
        Condition = condition,
        IsWhole = isWhole,
    };
}
