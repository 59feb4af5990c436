using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Accounts;

/// <summary>Says what changed between two pictures of an account: entities, memberships, attachments, and documents by permission.</summary>
public static class AuthorizationComparer
{
    /// <summary>Compares two pictures.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The changes: users, groups, roles, then policies, each by name.</returns>
    public static IEnumerable<AuthorizationChange> Compare(AccountAuthorization before, AccountAuthorization after, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. Pair(before.Users, after.Users, "User", user => user.UserId, CompareUsers, cancellationToken),
            .. Pair(before.Groups, after.Groups, "Group", group => group.GroupId, (a, b) => CompareIdentities(a, b), cancellationToken),
            .. Pair(before.Roles, after.Roles, "Role", role => role.RoleId, CompareRoles, cancellationToken),
            .. Pair(before.Policies.Where(IsOwn), after.Policies.Where(IsOwn), "Policy", policy => policy.PolicyId, ComparePolicies, cancellationToken),
            .. Pair(before.Policies.Where(policy => policy.IsAwsManaged && after.FindPolicy(policy.Arn) is not null), after.Policies.Where(policy => policy.IsAwsManaged && before.FindPolicy(policy.Arn) is not null), "Policy", _ => "", ComparePolicies, cancellationToken),
        ];
    }

    private static bool IsOwn(IamPolicy policy) => !policy.IsAwsManaged;

    private static IEnumerable<AuthorizationChange> Pair<T>(IEnumerable<T> before, IEnumerable<T> after, string type, Func<T, string> idOf, Func<T, T, IEnumerable<AuthorizationChange>> compare, CancellationToken cancellationToken)
        where T : IamEntity
    {
        Dictionary<string, T> old = before.ToDictionary(entity => entity.Name, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, T> current = after.ToDictionary(entity => entity.Name, StringComparer.OrdinalIgnoreCase);
        foreach (string name in old.Keys.Union(current.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!old.TryGetValue(name, out T? a))
            {
                yield return Make(current[name], type, "Itself", null, null, current[name].Arn);
                continue;
            }

            if (!current.TryGetValue(name, out T? b))
            {
                yield return Make(a, type, "Itself", null, a.Arn, null);
                continue;
            }

            // The same name with another id was deleted and made again: who trusted the old one does not trust this.
            if (idOf(a) != idOf(b) && idOf(a).Length > 0 && idOf(b).Length > 0)
                yield return Make(b, type, "Itself", null, idOf(a), idOf(b));
            if (a.Path != b.Path)
                yield return Make(b, type, "Path", null, a.Path, b.Path);
            foreach (AuthorizationChange change in compare(a, b).Concat(Items(b, type, "Tag", a.Tags, b.Tags)))
                yield return change;
        }
    }

    private static IEnumerable<AuthorizationChange> CompareUsers(IamUser a, IamUser b) =>
        [.. Items(b, "User", "Membership", a.Groups.Select(Named), b.Groups.Select(Named)), .. CompareIdentities(a, b)];

    private static IEnumerable<AuthorizationChange> CompareRoles(IamRole a, IamRole b) =>
    [
        .. Documents(b, "Role", "TrustPolicy", null, a.AssumeRolePolicyDocument, b.AssumeRolePolicyDocument),
        .. CompareIdentities(a, b),
        .. Items(b, "Role", "InstanceProfile", a.InstanceProfiles.Select(profile => Named(profile.InstanceProfileName)), b.InstanceProfiles.Select(profile => Named(profile.InstanceProfileName))),
    ];

    private static IEnumerable<AuthorizationChange> CompareIdentities(IamIdentity a, IamIdentity b)
    {
        foreach (AuthorizationChange change in Items(b, b.Type, "AttachedPolicy", a.AttachedPolicies.Select(policy => KeyValuePair.Create(policy.PolicyArn, policy.PolicyArn)), b.AttachedPolicies.Select(policy => KeyValuePair.Create(policy.PolicyArn, policy.PolicyArn))))
            yield return change with { Item = change.Item![(change.Item!.LastIndexOf('/') + 1)..] };
        if (a.PermissionsBoundaryArn != b.PermissionsBoundaryArn)
            yield return Make(b, b.Type, "PermissionsBoundary", null, a.PermissionsBoundaryArn, b.PermissionsBoundaryArn);
        Dictionary<string, IamDocument> old = a.InlinePolicies.DistinctBy(policy => policy.PolicyName).ToDictionary(policy => policy.PolicyName, policy => policy.PolicyDocument, StringComparer.Ordinal);
        Dictionary<string, IamDocument> current = b.InlinePolicies.DistinctBy(policy => policy.PolicyName).ToDictionary(policy => policy.PolicyName, policy => policy.PolicyDocument, StringComparer.Ordinal);
        foreach (string name in old.Keys.Union(current.Keys).Order(StringComparer.Ordinal))
        {
            foreach (AuthorizationChange change in Documents(b, b.Type, "InlinePolicy", name, old.GetValueOrDefault(name), current.GetValueOrDefault(name)))
                yield return change;
        }
    }

    private static IEnumerable<AuthorizationChange> ComparePolicies(IamPolicy a, IamPolicy b) => Documents(b, "Policy", "Document", b.DefaultVersionId, a.Document, b.Document);

    private static IEnumerable<AuthorizationChange> Documents(IamEntity subject, string type, string part, string? item, IamDocument? a, IamDocument? b)
    {
        if (a is null && b is null || (a is not null && a.Equals(b)))
            yield break;
        AuthorizationChange change = Make(subject, type, part, item, a?.ToString(), b?.ToString());

        // A trust policy grants by its principals, of which a comparison of identity policies knows nothing.
        bool comparable = part != "TrustPolicy" && a is { IsReadable: true } && b is { IsReadable: true };
        yield return comparable ? change with { Comparison = PolicyComparer.Compare(a!.Document!, b!.Document!) } : change;
    }

    private static IEnumerable<AuthorizationChange> Items(IamEntity subject, string type, string part, IEnumerable<KeyValuePair<string, string>> before, IEnumerable<KeyValuePair<string, string>> after)
    {
        Dictionary<string, string> old = before.DistinctBy(item => item.Key).ToDictionary();
        Dictionary<string, string> current = after.DistinctBy(item => item.Key).ToDictionary();
        foreach (string key in old.Keys.Union(current.Keys).Order(StringComparer.Ordinal))
        {
            if (old.GetValueOrDefault(key) != current.GetValueOrDefault(key))
                yield return Make(subject, type, part, key, old.GetValueOrDefault(key), current.GetValueOrDefault(key));
        }
    }

    private static KeyValuePair<string, string> Named(string name) => new(name, name);

    private static AuthorizationChange Make(IamEntity subject, string type, string part, string? item, string? before, string? after) => new()
    {
        AccountId = subject.AccountId,
        Change = before is null ? "Added" : after is null ? "Removed" : "Changed",
        Type = type,
        Name = subject.Name,
        Arn = subject.Arn,
        Part = part,
        Item = item,
        Before = before,
        After = after,
    };
}
