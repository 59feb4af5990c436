namespace CloudEssentials.CatalogBuilder.Regions;

/// <summary>A line of <c>edge-zones.tsv</c>, and what follows from its name.</summary>
internal sealed record EdgeZone(string Name, string GroupLongName, string Country, string SubGeography, string ParentZoneId)
{
    private readonly string[] _parts = Name.Split('-');

    public bool IsWavelength => Name.Contains("-wlz-", StringComparison.Ordinal);

    public string Region => string.Join('-', _parts[..3]);

    /// <summary>us-west-2-lax-1a is of the group us-west-2-lax-1; us-east-1-wl1-bos-wlz-1 is of us-east-1-wl1.</summary>
    public string Group => IsWavelength ? string.Join('-', _parts[..4]) : Name[..^1];

    public string BorderGroup => IsWavelength ? Name : Group;

    /// <summary>us-west-2-lax-1b has the id usw2-lax1-az2; us-east-1-wl1-bos-wlz-1 has use1-wl1-bos-wlz1.</summary>
    public string Id => IsWavelength
        ? $"{ZoneTable.IdPrefix(Region)}-{_parts[3]}-{_parts[4]}-wlz{_parts[6]}"
        : $"{ZoneTable.IdPrefix(Region)}-{_parts[3]}{_parts[4][..^1]}-az{Name[^1] - 'a' + 1}";

    public static ILookup<string, EdgeZone> ReadAll() =>
        FactFile.Read("edge-zones.tsv", 5).Select(f => new EdgeZone(f[0], f[1], f[2], f[3], f[4])).ToLookup(zone => zone.Region);
}
