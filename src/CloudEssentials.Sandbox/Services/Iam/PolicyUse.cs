namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Counts the identities that use each managed policy.</summary>
internal sealed class PolicyUse
{
    private readonly object _users;
    private readonly object _groups;
    private readonly object _roles;
    private readonly Dictionary<string, int> _attachments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _boundaries = new(StringComparer.Ordinal);

    public PolicyUse(IamState iam)
    {
        (_users, _groups, _roles) = (iam.Users.Seen, iam.Groups.Seen, iam.Roles.Seen);
        foreach (IamIdentity identity in iam.Users.Seen.Values.Concat<IamIdentity>(iam.Groups.Seen.Values).Concat(iam.Roles.Seen.Values))
        {
            foreach (string arn in identity.AttachedPolicies)
            {
                Count(_attachments, arn);
            }

            if (IamIdentity.BoundaryOf(identity) is { } boundary)
            {
                Count(_boundaries, boundary);
            }
        }
    }

    /// <summary>The ARNs of all managed policies that are attached or serve as a boundary.</summary>
    public IEnumerable<string> Arns => _attachments.Keys.Union(_boundaries.Keys);

    public int Attachments(string arn) => _attachments.GetValueOrDefault(arn);

    public int Boundaries(string arn) => _boundaries.GetValueOrDefault(arn);

    /// <summary>Whether it was counted from what the account holds now.</summary>
    public bool IsOf(IamState iam) =>
        ReferenceEquals(_users, iam.Users.Seen) && ReferenceEquals(_groups, iam.Groups.Seen) && ReferenceEquals(_roles, iam.Roles.Seen);

    private static void Count(Dictionary<string, int> counts, string arn) => counts[arn] = counts.GetValueOrDefault(arn) + 1;
}
