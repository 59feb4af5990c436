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
        Holders =
        [
            .. account.Users.Select(user => new AccessHolder(user, [.. PoliciesOf(user, null), .. user.Groups.SelectMany(group => groups.GetValueOrDefault(group, []))], BoundaryOf(user))),
            .. account.Roles.Select(role => new AccessHolder(role, PoliciesOf(role, null), BoundaryOf(role))),
        ];
        Slots = [.. Holders.SelectMany(holder => holder.Slots)];
        Starts = new int[Holders.Length + 1];
        for (int i = 0; i < Holders.Length; i++)
            Starts[i + 1] = Starts[i] + Holders[i].Slots.Length;
        _byArn = Holders.ToDictionary(holder => holder.Identity.Arn, StringComparer.Ordinal);
        _speakers = new(() => new([.. _slots.Keys]));
        Partition = Holders.Length > 0 ? Holders[0].Identity.Arn.Split(':')[1] : "aws";
    }

    public AccessHolder[] Holders { get; }

    /// <summary>The documents of all holders by number, one holder's after the other's: so a question runs through memory in one go.</summary>
    public int[] Slots { get; }

    /// <summary>Where in <see cref="Slots"/> each holder's begin, and the end of the last.</summary>
    public int[] Starts { get; }

    public string AccountId => _account.AccountId;

    public string Partition { get; }

    public PolicyLookups Lookups { get; } = new(ActionCatalog.Default);

    /// <summary>How many documents are in force.</summary>
    public int DocumentCount => _slots.Count;

    public AccessHolder? Find(string arn) => _byArn.GetValueOrDefault(arn);

    /// <summary>The statements that may speak of an action of a service, with their documents' numbers. The first call reads all documents.</summary>
    public IEnumerable<(int Slot, CompiledStatement Statement)> SpeakersOf(string service) => _speakers.Value.Of(service);

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

    /// <summary>Statements by the services of which they speak.</summary>
    private sealed class Speakers
    {
        private readonly List<(int Slot, CompiledStatement Statement)> _ofAny = [];
        private readonly Dictionary<string, List<(int Slot, CompiledStatement Statement)>> _ofService = new(StringComparer.Ordinal);

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

        public IEnumerable<(int Slot, CompiledStatement Statement)> Of(string service) => _ofAny.Concat(_ofService.GetValueOrDefault(service, []));

        private void Add(int slot, CompiledStatement statement)
        {
            if (statement.IsNotAction || statement.Actions!.IsEverything)
            {
                _ofAny.Add((slot, statement));
                return;
            }

            foreach (string service in statement.Actions.Exact.Select(action => action[..action.IndexOf(':')]).Concat(statement.Actions.Patterns.Keys).Distinct(StringComparer.Ordinal))
            {
                if (!_ofService.TryGetValue(service, out List<(int, CompiledStatement)>? list))
                    _ofService.Add(service, list = []);
                list.Add((slot, statement));
            }
        }
    }
}
