namespace CloudEssentials.Policies;

/// <summary>What a policy is attached to, and so which elements, limits and rules hold for it.</summary>
public enum PolicyType
{
    /// <summary>Attached to a user, a group or a role; managed or inline.</summary>
    Identity,

    /// <summary>Attached to a resource, such as a bucket, a queue or a key.</summary>
    Resource,

    /// <summary>A role's trust policy: who may assume it.</summary>
    Trust,

    /// <summary>A service control policy of AWS Organizations: the most that identities of an account may do.</summary>
    ServiceControl,

    /// <summary>A resource control policy of AWS Organizations: the most that may be done to an account's resources.</summary>
    ResourceControl,

    /// <summary>Handed over when a session is made; narrows the session.</summary>
    Session,

    /// <summary>A managed policy used as a boundary: the most that a user or a role may do.</summary>
    PermissionsBoundary,

    /// <summary>Attached to a VPC endpoint: what may pass through it.</summary>
    VpcEndpoint,
}
