using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Puts the pages of GetAccountAuthorizationDetails into the module's own records.</summary>
internal sealed class AuthorizationPages(AccountAuthorizationBuilder builder)
{
    /// <summary>Takes the account from the first ARN that tells it.</summary>
    public void FindAccount(GetAccountAuthorizationDetailsResponse page)
    {
        if (builder.AccountId.Length > 0)
            return;
        string? arn = (page.UserDetailList ?? []).Select(user => user.Arn)
            .Concat((page.RoleDetailList ?? []).Select(role => role.Arn))
            .Concat((page.GroupDetailList ?? []).Select(group => group.Arn))
            .FirstOrDefault(arn => arn is not null);
        builder.AccountId = arn?.Split(':') is [_, _, _, _, { Length: 12 } account, ..] ? account : "";
    }

    /// <summary>Takes in a page.</summary>
    public void Add(GetAccountAuthorizationDetailsResponse page)
    {
        foreach (UserDetail user in page.UserDetailList ?? [])
            builder.Add(ToUser(user));
        foreach (GroupDetail group in page.GroupDetailList ?? [])
            builder.Add(ToGroup(group));
        foreach (RoleDetail role in page.RoleDetailList ?? [])
            builder.Add(ToRole(role));
        foreach (ManagedPolicyDetail policy in page.Policies ?? [])
            builder.Add(ToPolicy(policy));
    }

    // Not every service that answers for IAM gives the name beside the ARN, which ends with it.
    private static string NameIn(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private IamUser ToUser(UserDetail user) => new()
    {
        AccountId = builder.AccountId,
        Arn = user.Arn,
        UserName = user.UserName ?? NameIn(user.Arn),
        UserId = user.UserId ?? "",
        Path = user.Path ?? "/",
        CreateDate = Utc(user.CreateDate),
        Groups = [.. (user.GroupList ?? []).OfType<string>()],
        InlinePolicies = Inline(user.UserPolicyList),
        AttachedPolicies = Attached(user.AttachedManagedPolicies),
        PermissionsBoundaryArn = user.PermissionsBoundary?.PermissionsBoundaryArn,
        Tags = TagsOf(user.Tags),
    };

    private IamGroup ToGroup(GroupDetail group) => new()
    {
        AccountId = builder.AccountId,
        Arn = group.Arn,
        GroupName = group.GroupName ?? NameIn(group.Arn),
        GroupId = group.GroupId ?? "",
        Path = group.Path ?? "/",
        CreateDate = Utc(group.CreateDate),
        InlinePolicies = Inline(group.GroupPolicyList),
        AttachedPolicies = Attached(group.AttachedManagedPolicies),
    };

    private IamRole ToRole(RoleDetail role) => new()
    {
        AccountId = builder.AccountId,
        Arn = role.Arn,
        RoleName = role.RoleName ?? NameIn(role.Arn),
        RoleId = role.RoleId ?? "",
        Path = role.Path ?? "/",
        CreateDate = Utc(role.CreateDate),
        AssumeRolePolicyDocument = builder.Document(role.AssumeRolePolicyDocument),
        InlinePolicies = Inline(role.RolePolicyList),
        AttachedPolicies = Attached(role.AttachedManagedPolicies),
        PermissionsBoundaryArn = role.PermissionsBoundary?.PermissionsBoundaryArn,
        InstanceProfiles = [.. (role.InstanceProfileList ?? []).Select(ToProfile)],
        LastUsedDate = Utc(role.RoleLastUsed?.LastUsedDate),
        LastUsedRegion = role.RoleLastUsed?.Region,
        Tags = TagsOf(role.Tags),
    };

    private IamInstanceProfile ToProfile(InstanceProfile profile) => new()
    {
        AccountId = builder.AccountId,
        Arn = profile.Arn,
        InstanceProfileName = profile.InstanceProfileName,
        InstanceProfileId = profile.InstanceProfileId ?? "",
        Path = profile.Path ?? "/",
        CreateDate = Utc(profile.CreateDate),
        Roles = [.. (profile.Roles ?? []).Select(role => role.RoleName).OfType<string>()],
    };

    private IamPolicy ToPolicy(ManagedPolicyDetail policy) => new()
    {
        AccountId = builder.AccountId,
        Arn = policy.Arn,
        PolicyName = policy.PolicyName ?? NameIn(policy.Arn),
        PolicyId = policy.PolicyId ?? "",
        Path = policy.Path ?? "/",
        DefaultVersionId = policy.DefaultVersionId ?? "v1",
        AttachmentCount = policy.AttachmentCount ?? 0,
        PermissionsBoundaryUsageCount = policy.PermissionsBoundaryUsageCount ?? 0,
        IsAttachable = policy.IsAttachable ?? true,
        Description = policy.Description,
        CreateDate = Utc(policy.CreateDate),
        UpdateDate = Utc(policy.UpdateDate),
        Versions =
        [
            .. (policy.PolicyVersionList ?? []).Select(version => new IamPolicyVersion
            {
                AccountId = builder.AccountId,
                PolicyArn = policy.Arn,
                VersionId = version.VersionId,
                IsDefaultVersion = version.IsDefaultVersion == true,
                CreateDate = Utc(version.CreateDate),
                Document = builder.Document(version.Document),
            }),
        ],
    };

    private IamInlinePolicy[] Inline(List<PolicyDetail>? policies) =>
        [.. (policies ?? []).Select(policy => new IamInlinePolicy(builder.AccountId, policy.PolicyName ?? "", builder.Document(policy.PolicyDocument)))];

    private IamAttachedPolicy[] Attached(List<AttachedPolicyType>? policies) =>
        [.. (policies ?? []).Where(policy => policy.PolicyArn is not null).Select(policy => new IamAttachedPolicy(builder.AccountId, policy.PolicyName ?? policy.PolicyArn[(policy.PolicyArn.LastIndexOf('/') + 1)..], policy.PolicyArn))];

    private static KeyValuePair<string, string>[] TagsOf(List<Tag>? tags) => [.. (tags ?? []).Where(tag => tag.Key is not null).Select(tag => KeyValuePair.Create(tag.Key, tag.Value ?? ""))];

    private static DateTimeOffset? Utc(DateTime? date) => date is { } known && known.Year > 1 ? new DateTimeOffset(known.ToUniversalTime()) : null;
}
