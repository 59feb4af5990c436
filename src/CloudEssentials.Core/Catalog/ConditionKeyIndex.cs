namespace CloudEssentials.Catalog;

/// <summary>Finds condition keys by their names, and templates by any key of their form.</summary>
internal static class ConditionKeyIndex
{
    public static CatalogConditionKey? Find(CatalogConditionKey[] sorted, string name)
    {
        if (NameIndex.Find(sorted, name) is { } exact)
            return exact;
        foreach (var key in sorted)
        {
            if (key.IsTemplate && NamePattern.FitsTemplate(name, key.Name))
                return key;
        }

        return null;
    }
}
