namespace CloudEssentials.Catalog;

/// <summary>Of when and whence a catalogue is; every data file says it of itself.</summary>
internal sealed record CatalogStamp(DateOnly Date, string Version, string Source)
{
    public string DateText => Date.ToString("yyyy-MM-dd");
}
