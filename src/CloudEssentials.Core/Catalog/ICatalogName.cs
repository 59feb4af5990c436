namespace CloudEssentials.Catalog;

/// <summary>An entry that is found by its name, whatever its case.</summary>
internal interface ICatalogName
{
    /// <summary>The name that the lists are sorted by.</summary>
    string Key { get; }
}
