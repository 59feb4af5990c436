using CloudEssentials.Policies;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The subjects of service last accessed details. See "Refine permissions in AWS using last accessed information".</summary>
internal static class AccessJobs
{
    public static AccessJob Find(OperationCall call) => IamState.Of(call.State).AccessJobs.TryGetSeen(call.RequiredText("JobId"), out AccessJob? job)
        ? job
        : throw IamErrors.NoSuchEntity($"The job {call.RequiredText("JobId")} cannot be found.");

    /// <summary>The policies of what the job is about.</summary>
    public static IEnumerable<PolicyDocument> Documents(OperationCall call, string arn)
    {
        IamState iam = IamState.Of(call.State);
        return AccountPolicies.Managed(iam, arn) is { } policy
            ? [policy.Document]
            : AccountPolicies.Of(iam, PolicySources.Find(call, arn)).Select(known => known.Document);
    }

    /// <summary>The users and roles whose calls count: the subject itself, a group's members, or a policy's users.</summary>
    public static IEnumerable<IamIdentity> Entities(OperationCall call, string arn)
    {
        IamState iam = IamState.Of(call.State);
        if (ManagedPolicies.Seen(iam, arn) is null)
        {
            IamIdentity identity = PolicySources.Find(call, arn);
            return identity is IamGroup group ? iam.Users.Seen.Values.Where(user => user.Groups.Contains(group.Name)) : [identity];
        }

        HashSet<string> groups = new(
            iam.Groups.Seen.Values.Where(group => group.AttachedPolicies.Contains(arn)).Select(group => group.Name), StringComparer.OrdinalIgnoreCase);
        return iam.Users.Seen.Values.Where(user => user.AttachedPolicies.Contains(arn) || user.Groups.Any(groups.Contains))
            .Concat<IamIdentity>(iam.Roles.Seen.Values.Where(role => role.AttachedPolicies.Contains(arn)));
    }

    /// <summary>The latest use of a service by any of several entities, and by how many it was used at all.</summary>
    public static (IamIdentity? Entity, ServiceUse? Use, int Count) Latest(IamState iam, IEnumerable<IamIdentity> entities, string service)
    {
        List<(IamIdentity Entity, ServiceUse Use)> uses = [];
        foreach (IamIdentity entity in entities)
        {
            if (iam.Uses.TryGetSeen(entity.Arn, out ServiceUses? all) && all.Services.TryGetValue(service, out ServiceUse? use))
            {
                uses.Add((entity, use));
            }
        }

        return uses.Count == 0 ? (null, null, 0) : (uses.MaxBy(use => use.Use.At).Entity, uses.MaxBy(use => use.Use.At).Use, uses.Count);
    }
}
