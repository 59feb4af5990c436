using System.Collections.ObjectModel;

namespace CloudEssentials.Catalog;

/// <summary>What one service's block holds. Equal lists are stored once and shared by all that have them.</summary>
internal sealed class ServiceContents
{
    private ServiceContents(CatalogAction[] actions, CatalogResourceType[] resourceTypes, CatalogConditionKey[] conditionKeys)
    {
        Actions = actions;
        ResourceTypes = resourceTypes;
        ConditionKeys = conditionKeys;
        ActionList = Array.AsReadOnly(actions);
        ResourceTypeList = Array.AsReadOnly(resourceTypes);
        ConditionKeyList = Array.AsReadOnly(conditionKeys);
    }

    public CatalogAction[] Actions { get; }

    public CatalogResourceType[] ResourceTypes { get; }

    public CatalogConditionKey[] ConditionKeys { get; }

    public ReadOnlyCollection<CatalogAction> ActionList { get; }

    public ReadOnlyCollection<CatalogResourceType> ResourceTypeList { get; }

    public ReadOnlyCollection<CatalogConditionKey> ConditionKeyList { get; }

    public static ServiceContents Read(CatalogService service, BlockReader reader)
    {
        var sets = ReadSets(reader, reader.ReadStrings());
        var resourceTypes = ReadResourceTypes(service, reader, sets);
        var resourceLists = ReadResourceLists(reader, sets, resourceTypes);
        var actions = ReadActions(service, reader, sets, resourceLists);
        return new(actions, resourceTypes, ReadConditionKeys(service, reader, actions.Length));
    }

    public static CatalogConditionKey[] ReadConditionKeys(CatalogService? service, BlockReader reader, int firstDescription)
    {
        var keys = new CatalogConditionKey[reader.ReadCount()];
        for (var i = 0; i < keys.Length; i++)
        {
            var name = reader.ReadString();
            var type = reader.ReadNumber();
            keys[i] = new(name, (ConditionKeyType)(type >> 1), (type & 1) != 0, service, firstDescription + i);
        }

        return keys;
    }

    private static string[][] ReadSets(BlockReader reader, string[] strings)
    {
        var sets = new string[reader.ReadCount()][];
        for (var i = 0; i < sets.Length; i++)
        {
            var set = sets[i] = new string[reader.ReadCount()];
            for (var j = 0; j < set.Length; j++)
                set[j] = strings[reader.ReadNumber()];
        }

        return sets;
    }

    private static CatalogResourceType[] ReadResourceTypes(CatalogService service, BlockReader reader, string[][] sets)
    {
        var types = new CatalogResourceType[reader.ReadCount()];
        for (var i = 0; i < types.Length; i++)
            types[i] = new(service, reader.ReadString(), sets[reader.ReadNumber()], sets[reader.ReadNumber()]);
        return types;
    }

    private static CatalogActionResource[][] ReadResourceLists(BlockReader reader, string[][] sets, CatalogResourceType[] types)
    {
        var lists = new CatalogActionResource[reader.ReadCount()][];
        for (var i = 0; i < lists.Length; i++)
        {
            var list = lists[i] = new CatalogActionResource[reader.ReadCount()];
            for (var j = 0; j < list.Length; j++)
            {
                var type = reader.ReadNumber();
                list[j] = new(types[type >> 1], (type & 1) != 0, sets[reader.ReadNumber()], sets[reader.ReadNumber()]);
            }
        }

        return lists;
    }

    private static CatalogAction[] ReadActions(
        CatalogService service, BlockReader reader, string[][] sets, CatalogActionResource[][] resourceLists)
    {
        var actions = new CatalogAction[reader.ReadCount()];
        for (var i = 0; i < actions.Length; i++)
        {
            actions[i] = new(
                service,
                reader.ReadString(),
                (AccessLevel)reader.ReadNumber(),
                resourceLists[reader.ReadNumber()],
                sets[reader.ReadNumber()],
                sets[reader.ReadNumber()],
                i);
        }

        return actions;
    }
}
