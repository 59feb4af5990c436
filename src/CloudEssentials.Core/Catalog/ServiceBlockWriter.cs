namespace CloudEssentials.Catalog;

/// <summary>Writes the facts of one service as <see cref="ServiceContents"/> reads them.</summary>
internal sealed class ServiceBlockWriter
{
    private readonly BlockWriter _strings = new();
    private readonly BlockWriter _sets = new();
    private readonly BlockWriter _lists = new();
    private readonly Dictionary<string, int> _stringNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _setNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _listNumbers = new(StringComparer.Ordinal);

    public BlockWriter Write(ActionFacts[] actions, ResourceTypeFacts[] types, ConditionKeyFacts[] keys)
    {
        var typeNumbers = types.Select((type, i) => (type.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.OrdinalIgnoreCase);
        var typePart = Part(types, WriteType);
        var actionPart = Part(actions, (part, action) => WriteAction(part, action, typeNumbers));
        BlockWriter block = new();
        block.WriteNumber(_stringNumbers.Count);
        block.Append(_strings);
        block.WriteNumber(_setNumbers.Count);
        block.Append(_sets);
        block.Append(typePart);
        block.WriteNumber(_listNumbers.Count);
        block.Append(_lists);
        block.Append(actionPart);
        block.Append(Part(keys, WriteKey));
        return block;
    }

    private static BlockWriter Part<T>(T[] entries, Action<BlockWriter, T> write)
    {
        BlockWriter part = new();
        part.WriteNumber(entries.Length);
        foreach (var entry in entries)
            write(part, entry);
        return part;
    }

    private static void WriteKey(BlockWriter part, ConditionKeyFacts key)
    {
        part.WriteString(key.Name);
        part.WriteNumber(((int)key.Type << 1) | (key.IsMultivalued ? 1 : 0));
    }

    private void WriteType(BlockWriter part, ResourceTypeFacts type)
    {
        part.WriteString(type.Name);
        part.WriteNumber(Set(type.ArnPatterns));
        part.WriteNumber(Set(type.ConditionKeys));
    }

    private void WriteAction(BlockWriter part, ActionFacts action, Dictionary<string, int> typeNumbers)
    {
        part.WriteString(action.Name);
        part.WriteNumber((int)action.AccessLevel);
        part.WriteNumber(ResourceList(action.ResourceTypes, typeNumbers));
        part.WriteNumber(Set(action.ConditionKeys));
        part.WriteNumber(Set(action.DependentActions));
    }

    private int ResourceList(IReadOnlyList<ActionResourceFacts> resources, Dictionary<string, int> typeNumbers)
    {
        BlockWriter list = new();
        list.WriteNumber(resources.Count);
        foreach (var resource in resources)
        {
            list.WriteNumber((typeNumbers[resource.Name] << 1) | (resource.IsRequired ? 1 : 0));
            list.WriteNumber(Set(resource.ConditionKeys));
            list.WriteNumber(Set(resource.DependentActions));
        }

        return Number(_listNumbers, Convert.ToHexString(list.ToArray()), () => _lists.Append(list));
    }

    private int Set(IReadOnlyList<string> texts)
    {
        BlockWriter set = new();
        set.WriteNumber(texts.Count);
        foreach (var text in texts)
            set.WriteNumber(Number(_stringNumbers, text, () => _strings.WriteString(text)));
        return Number(_setNumbers, Convert.ToHexString(set.ToArray()), () => _sets.Append(set));
    }

    /// <summary>The number of a thing: the one it has, or the next, with which it is written.</summary>
    private static int Number(Dictionary<string, int> numbers, string key, Action write)
    {
        if (numbers.TryGetValue(key, out var number))
            return number;
        write();
        numbers.Add(key, numbers.Count);
        return numbers.Count - 1;
    }
}
