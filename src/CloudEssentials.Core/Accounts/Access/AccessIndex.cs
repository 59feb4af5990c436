using CloudEssentials.Catalog;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Accounts.Access;

/// <summary>Who holds which policies in an account. A group's list is made once and shared by its members.</summary>
internal sealed class AccessIndex
{
    private readonly AccountAuthorization _account;
    private readonly Dictionary<string, AccessHolder> _byArn;

    public AccessIndex(AccountAuthorization account)
    {
        _account = account;
        Dictionary<string, HeldPolicy[]> groups = account.Groups.ToDictionary(group => group.GroupName, group => PoliciesOf(group, group.GroupName), StringComparer.OrdinalIgnoreCase);
        Holders =
        [
            .. account.Users.Select(user => new AccessHolder(user, [.. PoliciesOf(user, null), .. user.Groups.SelectMany(group => groups.GetValueOrDefault(group, []))], BoundaryOf(user))),
            .. account.Roles.Select(role => new AccessHolder(role, PoliciesOf(role, null), BoundaryOf(role))),
        ];
        _byArn = Holders.ToDictionary(holder => holder.Identity.Arn, StringComparer.Ordinal);
        Partition = Holders.Length > 0 ? Holders[0].Identity.Arn.Split(':')[1] : "aws";
    }

    public AccessHolder[] Holders { get; }

    public string AccountId => _account.AccountId;

    public string Partition { get; }

    public PolicyLookups Lookups { get; } = new(ActionCatalog.Default);

    public AccessHolder? Find(string arn) => _byArn.GetValueOrDefault(arn);

    private HeldPolicy[] PoliciesOf(IamIdentity identity, string? group) =>
    [
        .. identity.InlinePolicies.Select(policy => new HeldPolicy(group, policy.PolicyName, null, policy.PolicyDocument)),
        .. identity.AttachedPolicies
            .Select(policy => (policy, _account.FindPolicy(policy.PolicyArn)?.Document))
            .Where(pair => pair.Document is not null)
            .Select(pair => new HeldPolicy(group, pair.policy.PolicyName, pair.policy.PolicyArn, pair.Document!)),
    ];

    // A boundary whose document cannot be read allows nothing: what is not known to be allowed is not claimed.
    private HeldPolicy? BoundaryOf(IamIdentity identity) => identity.PermissionsBoundaryArn is { } arn
        ? new(null, arn[(arn.LastIndexOf('/') + 1)..], arn, _account.FindPolicy(arn)?.Document ?? new IamDocument("{}"))
        : null;
}
