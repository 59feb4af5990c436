using CloudEssentials.Policies;
using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Accounts;

/// <summary>
/// Plans how policies of users become policies of groups with the same effective permissions, within IAM's quotas
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). Users who hold the same get the same group. What was begun
/// before and not finished is found and gone on with.
/// </summary>
/// <param name="account">The account.</param>
public sealed class UserPermissionPlanner(AccountAuthorization account)
{
    /// <summary>The groups that a user can be in.</summary>
    public const int GroupsOfUser = 10;

    /// <summary>The managed policies that a group can have.</summary>
    public const int PoliciesOfGroup = 10;

    /// <summary>The characters of all inline policies of a group, white space not counted.</summary>
    public const int InlineCharactersOfGroup = PolicyQuota.InlineOfGroup;

    private readonly AccountAuthorization _account = account ?? throw new ArgumentNullException(nameof(account));
    private readonly Dictionary<string, PlannedGroup[]> _made = new(StringComparer.Ordinal);
    private readonly HashSet<string> _standing = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Plans for a user.</summary>
    /// <param name="user">The user.</param>
    /// <param name="groupName">The name of the group that takes over; null finds or makes one.</param>
    /// <returns>The plan; its proof may have failed, and then nothing must be changed.</returns>
    /// <exception cref="CloudException"><c>PolicyUnreadable</c>, <c>QuotaExceeded</c> or <c>GroupHasMembers</c>.</exception>
    public UserPermissionPlan Plan(IamUser user, string? groupName = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        IamGroup[] joined = [.. user.Groups.Select(_account.FindGroup).OfType<IamGroup>()];
        IamAttachedPolicy[] attached = [.. user.AttachedPolicies.Where(policy => !Array.Exists(joined, group => Has(group, policy)))];
        IamInlinePolicy[] inline = [.. user.InlinePolicies.Where(policy => !Array.Exists(joined, group => Has(group, policy)))];
        PlannedGroup[] groups = attached.Length + inline.Length == 0 ? [] : GroupsFor(user, attached, inline, groupName);
        int after = user.Groups.Count + groups.Count(group => !group.HasUser);
        if (after > GroupsOfUser)
            throw QuotaExceeded(user, $"{user.UserName} would be in {after} groups, and {GroupsOfUser} is the most");
        return new() { User = user, Groups = groups, Proof = Prove(user, joined, groups) };
    }

    /// <summary>Notes that a plan was carried out: who holds the same joins its groups and need not make them.</summary>
    /// <param name="plan">The plan.</param>
    public void Note(UserPermissionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _standing.UnionWith(plan.Groups.Select(group => group.Name));
    }

    private PlannedGroup[] GroupsFor(IamUser user, IamAttachedPolicy[] attached, IamInlinePolicy[] inline, string? groupName)
    {
        if (groupName is not null && _account.FindGroup(groupName) is { } wanted)
            return [Complete(user, wanted, attached, inline)];
        string key = $"{groupName}\n{string.Join('\n', attached.Select(policy => policy.PolicyArn).Order(StringComparer.Ordinal))}\n{string.Join('\n', inline.Select(policy => policy.PolicyDocument.ToString()).Order(StringComparer.Ordinal))}";
        if (_made.TryGetValue(key, out PlannedGroup[]? made))
            return [.. made.Select(group => _standing.Contains(group.Name) ? group with { IsNew = false, Attach = [], Put = [] } : group)];
        if (groupName is not null && _names.Contains(groupName))
            throw new CloudException("GroupHasMembers", $"The group '{groupName}' is to hold what another user holds, and {user.UserName} holds something else.", CloudErrorCategory.InvalidOperation, user.UserName, "Move users who hold different policies one by one, or leave -GroupName out.");
        if (groupName is null && _account.Groups.FirstOrDefault(group => HoldsJust(group, attached, inline)) is { } same)
            return [new(same.GroupName, false, [], [], false)];

        string name = groupName ?? (attached.Length == 1 && inline.Length == 0 ? attached[0].PolicyName : $"{user.UserName}Permissions");
        if (groupName is null && _account.FindGroup(name) is { } begun && IsBegun(begun, attached, inline))
            return [Complete(user, begun, attached, inline)];
        int characters = inline.Sum(policy => LengthOf(policy.PolicyDocument));
        if (characters > InlineCharactersOfGroup)
            throw QuotaExceeded(user, $"the inline policies have {characters} characters, and a group takes {InlineCharactersOfGroup}");
        IamAttachedPolicy[][] parts = attached.Length == 0 ? [[]] : [.. attached.Chunk(PoliciesOfGroup)];
        return _made[key] = [.. parts.Select((part, i) => new PlannedGroup(FreeName(i == 0 ? name : $"{name}{i + 1}"), true, part, i == 0 ? inline : [], false))];
    }

    // A group that was begun by an earlier run holds nothing else, and nobody is in it.
    private bool IsBegun(IamGroup group, IamAttachedPolicy[] attached, IamInlinePolicy[] inline) =>
        !_account.MembersOf(group.GroupName).Any()
        && group.AttachedPolicies.All(policy => Array.Exists(attached, wanted => wanted.PolicyArn == policy.PolicyArn))
        && group.InlinePolicies.All(policy => Array.Exists(inline, wanted => wanted.PolicyDocument.Equals(policy.PolicyDocument)));

    private PlannedGroup Complete(IamUser user, IamGroup group, IamAttachedPolicy[] attached, IamInlinePolicy[] inline)
    {
        IamAttachedPolicy[] attach = [.. attached.Where(policy => !Has(group, policy))];
        IamInlinePolicy[] put = [.. inline.Where(policy => !Has(group, policy))];
        string[] others = [.. _account.MembersOf(group.GroupName).Select(member => member.UserName).Where(name => name != user.UserName)];
        if (attach.Length + put.Length > 0 && others.Length > 0)
        {
            throw new CloudException(
                "GroupHasMembers",
                $"The group '{group.GroupName}' does not hold all that {user.UserName} holds, and giving it more would give more to {string.Join(", ", others.Take(3))}{(others.Length > 3 ? $" and {others.Length - 3} others" : "")}.",
                CloudErrorCategory.InvalidOperation,
                user.UserName,
                "Name another group, or none.");
        }

        if (group.AttachedPolicies.Count + attach.Length > PoliciesOfGroup)
            throw QuotaExceeded(user, $"the group '{group.GroupName}' would have {group.AttachedPolicies.Count + attach.Length} managed policies, and {PoliciesOfGroup} is the most");
        int characters = group.InlinePolicies.Concat(put).Sum(policy => LengthOf(policy.PolicyDocument));
        return characters > InlineCharactersOfGroup
            ? throw QuotaExceeded(user, $"the inline policies of the group '{group.GroupName}' would have {characters} characters, and {InlineCharactersOfGroup} is the most")
            : new(group.GroupName, false, attach, put, user.Groups.Contains(group.GroupName, StringComparer.OrdinalIgnoreCase));
    }

    private string FreeName(string name)
    {
        string free = name;
        for (int i = 2; _account.FindGroup(free) is not null || !_names.Add(free); i++)
            free = $"{name}{i}";
        return free;
    }

    private PolicyComparison Prove(IamUser user, IamGroup[] joined, PlannedGroup[] groups)
    {
        IamGroup[] taking = [.. groups.Select(group => _account.FindGroup(group.Name)).OfType<IamGroup>()];
        IamDocument[] kept = [.. joined.SelectMany(group => DocumentsOf(group, user))];
        IamDocument[] own = [.. DocumentsOf(user, user)];
        IamDocument[] moved =
        [
            .. taking.SelectMany(group => DocumentsOf(group, user)),
            .. groups.SelectMany(group => group.Attach).Select(policy => DocumentOf(policy, user)),
            .. groups.SelectMany(group => group.Put).Select(policy => policy.PolicyDocument),
            .. Shared(groups, user),
        ];
        return PolicyComparer.Compare(Join([.. kept, .. own], user), Join([.. kept, .. moved], user));
    }

    // What a group planned for a user before is to hold.
    private IEnumerable<IamDocument> Shared(PlannedGroup[] groups, IamUser user) => groups
        .Where(group => !group.IsNew && _account.FindGroup(group.Name) is null)
        .SelectMany(group => _made.Values.SelectMany(made => made).Where(made => made.Name == group.Name))
        .SelectMany(group => group.Attach.Select(policy => DocumentOf(policy, user)).Concat(group.Put.Select(policy => policy.PolicyDocument)));

    private IEnumerable<IamDocument> DocumentsOf(IamIdentity identity, IamUser user) =>
        identity.InlinePolicies.Select(policy => policy.PolicyDocument).Concat(identity.AttachedPolicies.Select(policy => DocumentOf(policy, user)));

    private IamDocument DocumentOf(IamAttachedPolicy policy, IamUser user) => _account.FindPolicy(policy.PolicyArn)?.Document
        ?? throw Unreadable(user, $"the document of {policy.PolicyArn} is not known");

    // The same document twice grants no more than once. Policy variables are read by the version that stands beside them.
    private static PolicyDocument Join(IEnumerable<IamDocument> documents, IamUser user)
    {
        PolicyDocumentBuilder builder = new();
        foreach (IamDocument document in documents.Distinct())
        {
            PolicyDocument readable = document.Document ?? throw Unreadable(user, $"a policy cannot be read: {document.Error!.Message}");
            if (readable.Version != builder.Version && readable.SourceText.Contains("${", StringComparison.Ordinal))
                throw Unreadable(user, $"a policy of the version {readable.Version ?? "2008-10-17"} has '${{', which means nothing in it and a variable in the others");
            foreach (PolicyStatement statement in readable.Statements)
                builder.Add(PolicyStatementBuilder.From(statement));
        }

        return builder.Build();
    }

    private static bool Has(IamGroup group, IamAttachedPolicy policy) => group.AttachedPolicies.Any(held => held.PolicyArn == policy.PolicyArn);

    private static bool Has(IamGroup group, IamInlinePolicy policy) => group.InlinePolicies.Any(held => held.PolicyDocument.Equals(policy.PolicyDocument));

    private static bool HoldsJust(IamGroup group, IamAttachedPolicy[] attached, IamInlinePolicy[] inline) =>
        group.AttachedPolicies.Count == attached.Length
        && group.InlinePolicies.Count == inline.Length
        && Array.TrueForAll(attached, policy => Has(group, policy))
        && Array.TrueForAll(inline, policy => Has(group, policy));

    private static int LengthOf(IamDocument document) => document.Document?.MinifiedLength ?? document.Text.Length;

    private static CloudException QuotaExceeded(IamUser user, string reason) => new(
        "QuotaExceeded",
        $"The policies of {user.UserName} cannot become a group's: {reason}.",
        CloudErrorCategory.LimitsExceeded,
        user.UserName,
        "Join some of the groups or policies first; Optimize-PolicyDocument shortens a policy.");

    private static CloudException Unreadable(IamUser user, string reason) => new(
        "PolicyUnreadable",
        $"What {user.UserName} may do cannot be proved to stay the same: {reason}.",
        CloudErrorCategory.InvalidData,
        user.UserName,
        "Mend or remove that policy first.");
}
