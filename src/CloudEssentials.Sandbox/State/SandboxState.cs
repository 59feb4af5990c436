using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.State;

/// <summary>
/// Everything that an account holds, in sections by service. A call's changes are kept or undone as a whole. Not safe for
/// concurrent use: the account lets one call in at a time.
/// </summary>
internal sealed class SandboxState
{
    private const string MembersName = "members";

    private readonly SandboxOptions _options;
    private readonly SandboxState? _organization;
    private readonly SortedDictionary<string, SandboxState> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StateSection> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<IStatePart, object> _journal = [];
    private bool _isSeenAtOnce;
    private DateTimeOffset? _instant;
    private Dictionary<string, JsonElement> _unread = new(StringComparer.Ordinal);

    public SandboxState(SandboxOptions options)
    {
        _options = options;
        Account = new StateCell<AccountFacts>(this, "account", "facts", new AccountFacts(
            options.AccountId,
            options.Seed ?? Guid.NewGuid().ToString("N"),
            options.Clock.GetUtcNow(),
            0,
            [.. options.OptedInRegions]));
    }

    private SandboxState(SandboxState organization, string accountId)
    {
        _options = organization._options;
        _organization = organization;
        AccountFacts facts = organization.Account.Value;
        Account = new StateCell<AccountFacts>(
            this, "account", "facts", new AccountFacts(accountId, $"{facts.Seed}:{accountId}", Now, 0, facts.OptedInRegions));
    }

    public StateCell<AccountFacts> Account { get; }

    /// <summary>The state that holds this one among its members; itself if it is nobody's member.</summary>
    public SandboxState Whole => _organization ?? this;

    /// <summary>The accounts that are members of this account's organization, by their ids.</summary>
    public IReadOnlyDictionary<string, SandboxState> Members => _members;

    public DateTimeOffset Now => Whole._instant ?? _options.Clock.GetUtcNow();

    /// <summary>How the account was asked to be.</summary>
    public SandboxOptions Options => _options;

    /// <summary>Whether the call under way has changed anything.</summary>
    public bool IsChanged => _journal.Count > 0;

    /// <summary>A new id, never given out before in this account: a prefix, and characters of an alphabet.</summary>
    public string NewId(string prefix, int length, string alphabet)
    {
        AccountFacts facts = Account.Value;
        Account.Value = facts with { IdCount = facts.IdCount + 1 };
        return prefix + IdGenerator.Make(facts.Seed, prefix, facts.IdCount, length, alphabet);
    }

    /// <summary>The section of a service, made when it is first asked for.</summary>
    public T Section<T>(Func<SandboxState, T> make, string name)
        where T : StateSection
    {
        if (_sections.TryGetValue(name, out StateSection? known))
        {
            return (T)known;
        }

        T section = make(this);
        if (_unread.Remove(name, out JsonElement saved))
        {
            section.Load(saved);
        }

        _sections.Add(name, section);
        return section;
    }

    /// <summary>The state of an account: this one, or a member; null for an account of others.</summary>
    public SandboxState? Find(string accountId) =>
        accountId == Whole.Account.Value.AccountId ? Whole : Whole._members.GetValueOrDefault(accountId);

    /// <summary>Makes the state of a new member account. What a failing call has made of it stays behind empty, and is used again.</summary>
    public SandboxState AddMember(string accountId)
    {
        if (!_members.TryGetValue(accountId, out SandboxState? member))
        {
            member = new SandboxState(this, accountId);
            _members.Add(accountId, member);
        }

        return member;
    }

    /// <summary>How far readers lag behind changes of a kind of resource.</summary>
    public TimeSpan LagOf(string kind) =>
        _options.ConsistencyLag.TryGetValue(kind, out TimeSpan lag) || _options.ConsistencyLag.TryGetValue("*", out lag) ? lag : TimeSpan.Zero;

    /// <summary>A part is about to change: what it was is kept, for the case that the call fails.</summary>
    public void Changing(IStatePart part)
    {
        if (!Whole._journal.ContainsKey(part))
        {
            Whole._journal.Add(part, part.Capture());
        }
    }

    /// <summary>What the call under way changes is seen by every reader at once, as if it had always been so.</summary>
    public void MakeSeenAtOnce() => Whole._isSeenAtOnce = true;

    /// <summary>Does something as if it were another time: what has happened meanwhile, at its own time.</summary>
    public void At(DateTimeOffset instant, Action act)
    {
        Whole._instant = instant;
        try
        {
            act();
        }
        finally
        {
            Whole._instant = null;
        }
    }

    /// <summary>The call has gone through.</summary>
    public void Commit()
    {
        foreach ((IStatePart part, object before) in _isSeenAtOnce ? [] : _journal)
        {
            part.Commit(before, Now);
        }

        Clear();
    }

    /// <summary>The call has failed: nothing of it remains.</summary>
    public void Undo()
    {
        foreach ((IStatePart part, object before) in _journal)
        {
            part.Restore(before);
        }

        Clear();
    }

    private void Clear()
    {
        _journal.Clear();
        _isSeenAtOnce = false;
    }

    public JsonObject Save()
    {
        var json = new JsonObject { ["account"] = Account.Save() };
        foreach (StateSection section in _sections.Values.OrderBy(section => section.Name, StringComparer.Ordinal))
        {
            json[section.Name] = section.Save();
        }

        if (_members.Count > 0)
        {
            json[MembersName] = new JsonObject(_members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, member.Value.Save())));
        }

        // What this version has no use for belongs to another one.
        foreach ((string name, JsonElement saved) in _unread)
        {
            json[name] = JsonNode.Parse(saved.GetRawText());
        }

        return json;
    }

    /// <summary>Takes over what was saved; the sections that are in use already are filled anew.</summary>
    public void Load(JsonElement json)
    {
        Dictionary<string, JsonElement> saved = json.EnumerateObject().ToDictionary(section => section.Name, section => section.Value.Clone());
        if (saved.Remove("account", out JsonElement account))
        {
            Account.Load(account);
        }

        if (saved.Remove(MembersName, out JsonElement accounts))
        {
            foreach (JsonProperty member in accounts.EnumerateObject())
            {
                AddMember(member.Name).Load(member.Value);
            }
        }

        foreach (StateSection section in _sections.Values)
        {
            if (saved.Remove(section.Name, out JsonElement content))
            {
                section.Load(content);
            }
        }

        _unread = saved;
    }
}
