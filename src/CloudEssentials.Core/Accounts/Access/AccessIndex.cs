using CloudEssentials.Catalog;
using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Accounts.Access;

/// <summary>Who holds which policies in an account. A group's list is made once and shared by its members.</summary>
internal sealed class AccessIndex
{
    private readonly AccountAuthorization _account;
    private readonly IamDocument _nothing = new("{}");
    private readonly Dictionary<string, AccessHolder> _byArn;
    private readonly Dictionary<IamDocument, int> _slots = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Speakers> _speakers;

    public AccessIndex(AccountAuthorization account)
    {
        _account = account;
        Dictionary<string, HeldPolicy[]> groups = account.Groups.ToDictionary(group => group.GroupName, group => PoliciesOf(group, group.GroupName), StringComparer.OrdinalIgnoreCase);
        (IamIdentity Identity, HeldPolicy[] Held)[] all =
        [
            .. account.Users.Select(user => ((IamIdentity)user, (HeldPolicy[])[.. PoliciesOf(user, null), .. user.Groups.SelectMany(group => groups.GetValueOrDefault(group, []))])),
            .. account.Roles.Select(role => ((IamIdentity)role, PoliciesOf(role, null))),
        ];
        Policies = [.. all.SelectMany(pair => pair.Held)];
        Holders = new AccessHolder[all.Length];
        for (int i = 0, start = 0; i < all.Length; start += all[i++].Held.Length)
            Holders[i] = new(all[i].Identity, new(Policies, start, all[i].Held.Length), BoundaryOf(all[i].Identity));
        Slots = Array.ConvertAll(Policies, policy => policy.Slot);
        _byArn = Holders.ToDictionary(holder => holder.Identity.Arn, StringComparer.Ordinal);
        _speakers = new(() => new([.. _slots.Keys]));
        Partition = Holders.Length > 0 ? Holders[0].Identity.Arn.Split(':')[1] : "aws";
    }

    public AccessHolder[] Holders { get; }

    /// <summary>The policies of all holders, one holder's after the other's: so a question runs through memory in one go.</summary>
    public HeldPolicy[] Policies { get; }

    /// <summary>The documents of <see cref="Policies"/> by number.</summary>
    public int[] Slots { get; }

    public string AccountId => _account.AccountId;

    public string Partition { get; }

    public PolicyLookups Lookups { get; } = new(ActionCatalog.Default);

    /// <summary>How many documents are in force.</summary>
    public int DocumentCount => _slots.Count;

    public AccessHolder? Find(string arn) => _byArn.GetValueOrDefault(arn);

    /// <summary>The statements that may speak of an action, with their documents' numbers. The first call reads all documents.</summary>
    public IEnumerable<(int Slot, CompiledStatement Statement)> SpeakersOf(AccessRequest request) => _speakers.Value.Of(request);

    /// <summary>Reads all documents now.</summary>
    public void Prepare() => _ = _speakers.Value;

    private int SlotOf(IamDocument document)
    {
        if (!_slots.TryGetValue(document, out int slot))
            _slots.Add(document, slot = _slots.Count);
        return slot;
    }

    private HeldPolicy[] PoliciesOf(IamIdentity identity, string? group) =>
    [
        .. identity.InlinePolicies.Select(policy => new HeldPolicy(group, policy.PolicyName, null, policy.PolicyDocument, SlotOf(policy.PolicyDocument))),
        .. identity.AttachedPolicies
            .Select(policy => (policy, _account.FindPolicy(policy.PolicyArn)?.Document))
            .Where(pair => pair.Document is not null)
            .Select(pair => new HeldPolicy(group, pair.policy.PolicyName, pair.policy.PolicyArn, pair.Document!, SlotOf(pair.Document!))),
    ];

    // A boundary whose document cannot be read allows nothing: what is not known to be allowed is not claimed.
    private HeldPolicy? BoundaryOf(IamIdentity identity)
    {
        if (identity.PermissionsBoundaryArn is not { } arn)
            return null;
        IamDocument document = _account.FindPolicy(arn)?.Document ?? _nothing;
        return new(null, arn[(arn.LastIndexOf('/') + 1)..], arn, document, SlotOf(document));
    }

    /// <summary>
    /// Statements by the actions that they name, and by the services of their patterns: a question looks at those alone
    /// that name its action or might, however many there are of its service.
    /// </summary>
    private sealed class Speakers
    {
        private readonly List<(int Slot, CompiledStatement Statement)> _ofAny = [];
        private readonly Dictionary<string, List<(int Slot, CompiledStatement Statement)>> _ofPatterns = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<(int Slot, CompiledStatement Statement)>> _ofAction = new(StringComparer.Ordinal);

        public Speakers(IamDocument[] documents)
        {
            for (int slot = 0; slot < documents.Length; slot++)
            {
                foreach (CompiledStatement statement in documents[slot].Compiled?.Statements ?? [])
                {
                    if (statement.IsUsable)
                        Add(slot, statement);
                }
            }
        }

        public IEnumerable<(int Slot, CompiledStatement Statement)> Of(AccessRequest request) => _ofAny
            .Concat(_ofAction.GetValueOrDefault(request.LowerAction, []))
            .Concat(_ofPatterns.GetValueOrDefault(request.LowerService, []).Where(pair => !pair.Statement.Actions!.Exact.Contains(request.LowerAction)));

        private void Add(int slot, CompiledStatement statement)
        {
            if (statement.IsNotAction || statement.Actions!.IsEverything)
            {
                _ofAny.Add((slot, statement));
                return;
            }

            foreach (string action in statement.Actions.Exact)
                ListOf(_ofAction, action).Add((slot, statement));
            foreach (string service in statement.Actions.Patterns.Keys)
                ListOf(_ofPatterns, service).Add((slot, statement));
        }

        private static List<(int Slot, CompiledStatement Statement)> ListOf(Dictionary<string, List<(int Slot, CompiledStatement Statement)>> lists, string name) =>
            lists.TryGetValue(name, out List<(int Slot, CompiledStatement Statement)>? list) ? list : lists[name] = [];
    }
}
