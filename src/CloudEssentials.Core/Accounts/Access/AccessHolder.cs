using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Accounts.Access;

/// <summary>A user or role with all the policies that bear on it: a run of the index's list.</summary>
internal sealed class AccessHolder(IamIdentity identity, ArraySegment<HeldPolicy> policies, HeldPolicy? boundary)
{
    private AccessPrincipal? _principal;

    public IamIdentity Identity { get; } = identity;

    /// <summary>The identity's, kept here: a question of a large account passes by all holders and should not have to open each.</summary>
    public string Type { get; } = identity.Type;

    public string Name { get; } = identity.Name;

    public string Arn { get; } = identity.Arn;

    /// <summary>Its own, then those of its groups.</summary>
    public ArraySegment<HeldPolicy> Policies { get; } = policies;

    public HeldPolicy? Boundary { get; } = boundary;

    /// <summary>A user's tags are all that a request of it can carry; a session of a role may bring more.</summary>
    public bool HasAllTags => Identity is IamUser;

    public AccessPrincipal Principal => _principal ??= AccessPrincipal.Parse(Identity.Arn).With(
        uniqueId: Identity is IamUser user ? user.UserId : ((IamRole)Identity).RoleId,
        tags: Identity.Tags.DistinctBy(tag => tag.Key, StringComparer.OrdinalIgnoreCase));
}
