namespace CloudEssentials.Catalog;

/// <summary>What one service's block holds. Equal lists are stored once and shared by all that have them.</summary>
internal sealed class ServiceContents
{
    private readonly string[] _actionNames;
    private readonly CatalogAction[] _actions;
    private readonly string[] _typeNames;
    private readonly CatalogResourceType[] _types;
    private readonly string[] _keyNames;
    private readonly CatalogConditionKey[] _keys;

    public ServiceContents(CatalogService service, BlockReader reader)
    {
        var sets = ReadSets(reader, reader.ReadStrings());
        _types = new CatalogResourceType[reader.ReadCount()];
        _typeNames = new string[_types.Length];
        for (var i = 0; i < _types.Length; i++)
            _types[i] = new(service, _typeNames[i] = reader.ReadString(), sets[reader.ReadNumber()], sets[reader.ReadNumber()]);
        var resourceLists = ReadResourceLists(reader, sets);
        _actions = new CatalogAction[reader.ReadCount()];
        _actionNames = new string[_actions.Length];
        ReadActions(service, reader, sets, resourceLists);
        _keys = new CatalogConditionKey[reader.ReadCount()];
        _keyNames = new string[_keys.Length];
        ReadConditionKeys(service, reader);
        Actions = Array.AsReadOnly(_actions);
        ResourceTypes = Array.AsReadOnly(_types);
        ConditionKeys = Array.AsReadOnly(_keys);
    }

    public IReadOnlyList<CatalogAction> Actions { get; }

    public IReadOnlyList<CatalogResourceType> ResourceTypes { get; }

    public IReadOnlyList<CatalogConditionKey> ConditionKeys { get; }

    public CatalogAction? FindAction(ReadOnlySpan<char> name) =>
        NameIndex.Find(_actionNames, name) is >= 0 and var at ? _actions[at] : null;

    public IEnumerable<CatalogAction> MatchActions(string pattern) => NameIndex.Match(_actionNames, pattern).Select(at => _actions[at]);

    public CatalogResourceType? FindResourceType(string name) =>
        NameIndex.Find(_typeNames, name) is >= 0 and var at ? _types[at] : null;

    public CatalogConditionKey? FindConditionKey(string name)
    {
        if (NameIndex.Find(_keyNames, name) is >= 0 and var at)
            return _keys[at];
        foreach (var key in _keys)
        {
            if (key.IsTemplate && NamePattern.FitsTemplate(name, key.Name))
                return key;
        }

        return null;
    }

    public CatalogAction? SuggestAction(string name) => NearestName.Find(name, _actionNames) is { } nearest ? FindAction(nearest) : null;

    public CatalogConditionKey? SuggestConditionKey(string name) =>
        NearestName.Find(name, _keyNames) is { } nearest ? FindConditionKey(nearest) : null;

    private static IReadOnlyList<string>[] ReadSets(BlockReader reader, string[] strings)
    {
        var sets = new IReadOnlyList<string>[reader.ReadCount()];
        for (var i = 0; i < sets.Length; i++)
        {
            var set = new string[reader.ReadCount()];
            for (var j = 0; j < set.Length; j++)
                set[j] = strings[reader.ReadNumber()];
            sets[i] = Array.AsReadOnly(set);
        }

        return sets;
    }

    private IReadOnlyList<CatalogActionResource>[] ReadResourceLists(BlockReader reader, IReadOnlyList<string>[] sets)
    {
        var lists = new IReadOnlyList<CatalogActionResource>[reader.ReadCount()];
        for (var i = 0; i < lists.Length; i++)
        {
            var list = new CatalogActionResource[reader.ReadCount()];
            for (var j = 0; j < list.Length; j++)
            {
                var type = reader.ReadNumber();
                list[j] = new(_types[type >> 1], (type & 1) != 0, sets[reader.ReadNumber()], sets[reader.ReadNumber()]);
            }

            lists[i] = Array.AsReadOnly(list);
        }

        return lists;
    }

    private void ReadActions(
        CatalogService service, BlockReader reader, IReadOnlyList<string>[] sets, IReadOnlyList<CatalogActionResource>[] resourceLists)
    {
        for (var i = 0; i < _actions.Length; i++)
        {
            _actions[i] = new(
                service,
                _actionNames[i] = reader.ReadString(),
                (AccessLevel)reader.ReadNumber(),
                resourceLists[reader.ReadNumber()],
                sets[reader.ReadNumber()],
                sets[reader.ReadNumber()],
                i);
        }
    }

    // The keys' descriptions follow those of the actions.
    private void ReadConditionKeys(CatalogService service, BlockReader reader)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var name = _keyNames[i] = reader.ReadString();
            var type = reader.ReadNumber();
            _keys[i] = new(name, (ConditionKeyType)(type >> 1), (type & 1) != 0, service, _actions.Length + i);
        }
    }
}
