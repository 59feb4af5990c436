using CloudEssentials.Policies;

namespace CloudEssentials.Accounts.Checks;

/// <summary>A policy of an account's own, inline or managed, and what it is attached to.</summary>
/// <param name="Arn">The ARN of the managed policy, or of what it is inline in.</param>
/// <param name="Name">The policy's name.</param>
/// <param name="Document">What it says.</param>
/// <param name="Holders">Who has it.</param>
/// <param name="IsInline">Whether it is part of its holder.</param>
internal sealed record OwnPolicy(string Arn, string Name, IamDocument Document, IReadOnlyList<IamIdentity> Holders, bool IsInline)
{
    /// <summary>The policies of an account's own, managed ones first.</summary>
    internal static IEnumerable<OwnPolicy> Of(AccountAuthorization account)
    {
        foreach (IamPolicy policy in account.Policies.Where(policy => !policy.IsAwsManaged && policy.Document is not null))
            yield return new(policy.Arn, policy.PolicyName.Length > 0 ? policy.PolicyName : policy.Arn[(policy.Arn.LastIndexOf('/') + 1)..], policy.Document!, [.. account.AttachedTo(policy.Arn)], IsInline: false);
        foreach (IamIdentity identity in account.Identities)
        {
            if (identity is IamRole { IsServiceLinked: true })
                continue;
            foreach (IamInlinePolicy policy in identity.InlinePolicies)
                yield return new(identity.Arn, policy.PolicyName, policy.PolicyDocument, [identity], IsInline: true);
        }
    }

    /// <summary>Whether a statement allows everything on everything, whatever the circumstances.</summary>
    internal static bool IsFullAccess(PolicyStatement statement) =>
        statement.IsAllow && statement.ConditionNode is null && statement.Action is { } actions && actions.Any(action => action is "*" or "*:*") && statement.Resource is { } resources && resources.Contains("*");

    /// <summary>Whether the policy allows everything on everything.</summary>
    internal bool IsFullAccess() => Document.Document?.Statements.Any(IsFullAccess) == true;

    /// <summary>Where the policy is, and who has it.</summary>
    internal string Where(AccountAuthorization account)
    {
        if (IsInline)
            return $"inline policy {Name} of {Describe(Holders[0], account)}";
        return Holders.Count == 0 ? $"policy {Name}, attached to nobody" : $"policy {Name}, attached to {FactText.List(Holders.Select(holder => Describe(holder, account)))}";
    }

    private static string Describe(IamIdentity identity, AccountAuthorization account) => identity is IamGroup group
        ? $"group {group.GroupName} ({FactText.Count(account.MembersOf(group.GroupName).Count(), "member")})"
        : $"{identity.Type.ToLowerInvariant()} {identity.Name}";
}
