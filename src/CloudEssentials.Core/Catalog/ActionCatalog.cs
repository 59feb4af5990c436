namespace CloudEssentials.Catalog;

/// <summary>
/// AWS's services, actions, resource types and condition keys, as of <see cref="Date"/>. Names are found whatever their case; a lookup reads
/// the list of services and the one service that it names. Safe for many threads at once.
/// </summary>
public sealed class ActionCatalog
{
    private static ActionCatalog? _default;
    private readonly CatalogFile _file;
    private readonly CatalogService[] _services;
    private readonly string[] _prefixes;
    private readonly CatalogService _global;
    private readonly Dictionary<string, CatalogService> _foreignKeyPrefixes = new(StringComparer.OrdinalIgnoreCase);

    private ActionCatalog(CatalogFile file)
    {
        _file = file;
        var index = file.ReadBlock(0);
        try
        {
            _services = new CatalogService[index.ReadCount() - 1];
            _prefixes = new string[_services.Length];
            _global = ReadService(index, 1);
            for (var i = 0; i < _services.Length; i++)
                _prefixes[i] = (_services[i] = ReadService(index, 3 + (2 * i))).Prefix;
        }
        catch (Exception failure) when (CatalogFile.IsFault(failure))
        {
            throw file.Damaged(failure);
        }

        Services = Array.AsReadOnly(_services);
    }

    /// <summary>The user's refreshed copy if it is newer than the one that the module ships, else that one; opened on first use.</summary>
    /// <exception cref="CloudException"><c>CatalogNotFound</c> or <c>CatalogUnreadable</c>: the module's own file is missing or damaged.</exception>
    public static ActionCatalog Default => Volatile.Read(ref _default) ?? OpenDefault();

    /// <summary>The day of the facts.</summary>
    public DateOnly Date => _file.Date;

    /// <summary>The version of the source.</summary>
    public string Version => _file.Version;

    /// <summary>Where the facts come from.</summary>
    public string Source => _file.Source;

    /// <summary>The file that they are read from.</summary>
    public string Path => _file.Path;

    /// <summary>All services, by prefix; their contents are read when they are asked for.</summary>
    public IReadOnlyList<CatalogService> Services { get; }

    /// <summary>The condition keys that begin with <c>aws:</c> and that any service's request may carry, from the IAM User Guide's "AWS global condition context keys".</summary>
    public IReadOnlyList<CatalogConditionKey> GlobalConditionKeys => _global.ConditionKeys;

    internal int BlocksRead => _file.BlocksRead;

    internal IReadOnlyList<ConditionKeyFacts> GlobalKeyFacts => [.. GlobalConditionKeys.Select(ConditionKeyFacts.From)];

    /// <summary>Opens a catalogue.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="CloudException"><c>CatalogNotFound</c> or <c>CatalogUnreadable</c>.</exception>
    public static ActionCatalog Open(string path) => new(CatalogFile.Open(path, ActionCatalogWriter.Kind));

    /// <summary>Finds a service by its prefix.</summary>
    /// <param name="prefix">Such as <c>s3</c>.</param>
    /// <returns>The service, or null.</returns>
    public CatalogService? FindService(ReadOnlySpan<char> prefix) => NameIndex.Find(_prefixes, prefix) is >= 0 and var at ? _services[at] : null;

    /// <inheritdoc cref="FindService(ReadOnlySpan{char})"/>
    public CatalogService? FindService(string prefix) => FindService(prefix.AsSpan());

    /// <summary>Finds an action by its full name.</summary>
    /// <param name="fullName">Such as <c>s3:GetObject</c>; without wildcards.</param>
    /// <returns>The action, or null if the service or the action does not exist or the text has no colon.</returns>
    public CatalogAction? FindAction(ReadOnlySpan<char> fullName)
    {
        var colon = fullName.IndexOf(':');
        return colon < 0 ? null : FindService(fullName[..colon])?.FindAction(fullName[(colon + 1)..]);
    }

    /// <inheritdoc cref="FindAction(ReadOnlySpan{char})"/>
    public CatalogAction? FindAction(string fullName) => FindAction(fullName.AsSpan());

    /// <summary>
    /// All actions that an action pattern of a policy matches. <c>*</c> alone is every action; a wildcard in the service part reads each service that it matches.
    /// </summary>
    /// <param name="pattern">Such as <c>s3:Get*</c>, <c>s3:*</c>, <c>*</c> or <c>s3:GetObject</c>.</param>
    /// <returns>The actions, by service and name; none if the text has no colon and is not <c>*</c>.</returns>
    public IEnumerable<CatalogAction> MatchActions(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var colon = pattern.IndexOf(':');
        if (colon < 0)
            return pattern.Length > 0 && pattern.AsSpan().Trim('*').IsEmpty ? _services.SelectMany(service => service.Actions) : [];
        var name = pattern[(colon + 1)..];
        return NameIndex.Match(_prefixes, pattern[..colon]).SelectMany(at => _services[at].MatchActions(name));
    }

    /// <summary>
    /// Finds a condition key: a global one, one of the service that its prefix names, or one of a service that lists keys of others, as <c>sts</c> does
    /// those of <c>saml</c>. A template is found by any key of its form.
    /// </summary>
    /// <param name="name">Such as <c>aws:SourceIp</c>, <c>s3:prefix</c> or <c>aws:RequestTag/Department</c>.</param>
    /// <returns>The key, or null.</returns>
    public CatalogConditionKey? FindConditionKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var colon = name.IndexOf(':');
        if (colon < 0)
            return null;
        return FindKeyHolder(name.AsSpan(0, colon))?.FindConditionKey(name) ?? FindInForeignTables(name, name[..colon]);
    }

    /// <summary>The service whose prefix is nearest to one that does not exist.</summary>
    /// <param name="prefix">The wrong prefix.</param>
    /// <returns>The service, or null if none is near.</returns>
    public CatalogService? SuggestService(string prefix) => NearestName.Find(prefix, _prefixes) is { } nearest ? FindService(nearest) : null;

    /// <summary>
    /// The action nearest to one that does not exist: of its service if that exists, else of the service nearest to it, where the action may be right.
    /// </summary>
    /// <param name="fullName">The wrong name, such as <c>s3:GetObjects</c>.</param>
    /// <returns>The action, or null if none is near.</returns>
    public CatalogAction? SuggestAction(string fullName)
    {
        ArgumentNullException.ThrowIfNull(fullName);
        var colon = fullName.IndexOf(':');
        if (colon < 0)
            return null;
        var (prefix, name) = (fullName[..colon].Trim(), fullName[(colon + 1)..].Trim());
        var service = FindService(prefix) ?? SuggestService(prefix);
        return service?.FindAction(name) ?? service?.SuggestAction(name);
    }

    /// <summary>The condition key nearest to one that does not exist: a global one, or one of the service that its prefix names or nearly names.</summary>
    /// <param name="name">The wrong key, such as <c>aws:SourceIP4</c>.</param>
    /// <returns>The key, or null if none is near.</returns>
    public CatalogConditionKey? SuggestConditionKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var prefix = name.Split(':')[0].Trim();
        var holder = FindKeyHolder(prefix) ?? SuggestService(prefix);
        return _global.SuggestConditionKey(name) ?? holder?.SuggestConditionKey(name);
    }

    /// <summary>Lets the default be chosen anew, after a copy was added or removed. Objects of the former one stay good.</summary>
    internal static void ForgetDefault() => Volatile.Write(ref _default, null);

    /// <summary>Gives the file up, so that it can be renamed on every system; nothing can be read afterwards.</summary>
    internal void Close() => _file.Close();

    private static ActionCatalog OpenDefault()
    {
        var opened = new ActionCatalogCopies(CatalogLocation.UserFolder).OpenNewest();
        return Interlocked.CompareExchange(ref _default, opened, null) ?? opened;
    }

    private CatalogService? FindKeyHolder(ReadOnlySpan<char> prefix) =>
        prefix.Equals(ServiceFacts.GlobalPrefix, StringComparison.OrdinalIgnoreCase) ? _global : FindService(prefix);

    private CatalogConditionKey? FindInForeignTables(string name, string prefix)
    {
        if (_foreignKeyPrefixes.TryGetValue(prefix, out var service))
            return service.FindConditionKey(name);
        foreach (var (template, holder) in _foreignKeyPrefixes)
        {
            if (NamePattern.FitsTemplate(prefix, template) && holder.FindConditionKey(name) is { } key)
                return key;
        }

        return null;
    }

    private CatalogService ReadService(BlockReader index, int block)
    {
        CatalogService service = new(_file, block, index.ReadString(), index.ReadString(), index.ReadNumber(), index.ReadNumber() != 0);
        foreach (var prefix in index.ReadStrings())
            _foreignKeyPrefixes[prefix] = service;
        return service;
    }
}
