namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Counts the identities that use a managed policy.</summary>
internal static class PolicyUse
{
    public static int Attachments(IamState iam, string arn) =>
        iam.Users.Seen.Values.Count(user => user.AttachedPolicies.Contains(arn))
        + iam.Groups.Seen.Values.Count(group => group.AttachedPolicies.Contains(arn))
        + iam.Roles.Seen.Values.Count(role => role.AttachedPolicies.Contains(arn));

    public static int Boundaries(IamState iam, string arn) =>
        iam.Users.Seen.Values.Count(user => user.PermissionsBoundary == arn)
        + iam.Roles.Seen.Values.Count(role => role.PermissionsBoundary == arn);
}
