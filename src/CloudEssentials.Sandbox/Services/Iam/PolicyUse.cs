namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Counts the identities that use each managed policy.</summary>
internal sealed class PolicyUse
{
    private readonly object users;
    private readonly object groups;
    private readonly object roles;
    private readonly Dictionary<string, int> attachments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> boundaries = new(StringComparer.Ordinal);

    public PolicyUse(IamState iam)
    {
        (users, groups, roles) = (iam.Users.Seen, iam.Groups.Seen, iam.Roles.Seen);
        foreach (IamIdentity identity in iam.Users.Seen.Values.Concat<IamIdentity>(iam.Groups.Seen.Values).Concat(iam.Roles.Seen.Values))
        {
            foreach (string arn in identity.AttachedPolicies)
            {
                Count(attachments, arn);
            }

            if (IamIdentity.BoundaryOf(identity) is { } boundary)
            {
                Count(boundaries, boundary);
            }
        }
    }

    /// <summary>The ARNs of all managed policies that are attached or serve as a boundary.</summary>
    public IEnumerable<string> Arns => attachments.Keys.Union(boundaries.Keys);

    public int Attachments(string arn) => attachments.GetValueOrDefault(arn);

    public int Boundaries(string arn) => boundaries.GetValueOrDefault(arn);

    /// <summary>Whether it was counted from what the account holds now.</summary>
    public bool IsOf(IamState iam) =>
        ReferenceEquals(users, iam.Users.Seen) && ReferenceEquals(groups, iam.Groups.Seen) && ReferenceEquals(roles, iam.Roles.Seen);

    private static void Count(Dictionary<string, int> counts, string arn) => counts[arn] = counts.GetValueOrDefault(arn) + 1;
}
