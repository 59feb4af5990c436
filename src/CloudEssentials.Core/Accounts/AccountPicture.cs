namespace CloudEssentials.Accounts;

/// <summary>The users, groups and roles of an account, as much as a drawing needs.</summary>
/// <param name="AccountId">The account, 12 digits.</param>
/// <param name="Users">Each user's name, and the names of its groups.</param>
/// <param name="Groups">Each group's name, and the names of its policies.</param>
/// <param name="Roles">Each role's name, and who may assume it.</param>
public sealed record AccountPicture(
    string AccountId,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Users,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Groups,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Roles)
{
    /// <summary>Takes what a drawing needs.</summary>
    /// <param name="authorization">The account.</param>
    public static AccountPicture Of(AccountAuthorization authorization)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        return new(
            authorization.AccountId,
            [.. authorization.Users.Select(user => KeyValuePair.Create(user.UserName, user.Groups))],
            [.. authorization.Groups.Select(group => KeyValuePair.Create(group.GroupName, PoliciesOf(group)))],
            [.. authorization.Roles.Where(role => !role.IsServiceLinked).Select(role => KeyValuePair.Create(role.RoleName, TrustedBy(role)))]);
    }

    private static IReadOnlyList<string> PoliciesOf(IamIdentity identity) =>
        [.. identity.AttachedPolicies.Select(policy => policy.PolicyName), .. identity.InlinePolicies.Select(policy => policy.PolicyName)];

    private static IReadOnlyList<string> TrustedBy(IamRole role) =>
        [.. (role.AssumeRolePolicyDocument.Document?.Statements ?? [])
            .Where(statement => statement.IsAllow && statement.Principal is not null)
            .SelectMany(statement => statement.Principal!.IsEveryone ? ["*"] : statement.Principal.Entries.SelectMany(entry => entry.Values))
            .Distinct(StringComparer.Ordinal)];
}
