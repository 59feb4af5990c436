namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Users, groups and roles.</summary>
internal static class IdentityKinds
{
    public static IdentityKind<IamUser> User { get; } = new("user", "UserName", IamQuotas.UserPolicySize, iam => iam.Users);

    public static IdentityKind<IamGroup> Group { get; } = new("group", "GroupName", IamQuotas.GroupPolicySize, iam => iam.Groups);

    public static IdentityKind<IamRole> Role { get; } = new("role", "RoleName", IamQuotas.RolePolicySize, iam => iam.Roles);
}
