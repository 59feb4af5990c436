namespace CloudEssentials.Regions;

/// <summary>
/// Reads the names and ids of zones: <c>us-east-1c</c>, <c>use1-az4</c>, <c>us-west-2-lax-1a</c>, <c>us-east-1-wl1-bos-wlz-1</c>.
/// See "AZ IDs" in the AWS Regions and Availability Zones guide.
/// </summary>
/// <param name="catalog">The Regions.</param>
public sealed class ZoneResolver(RegionCatalog catalog)
{
    private const string Forms = "A zone is named like us-east-1c, us-west-2-lax-1a or us-east-1-wl1-bos-wlz-1, and has an id like use1-az4.";

    private readonly Dictionary<string, ZoneFacts> _names = catalog.Regions.SelectMany(region => region.Zones)
        .ToDictionary(zone => zone.Name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, ZoneFacts> _ids = catalog.Regions.SelectMany(region => region.Zones)
        .Where(zone => zone.SampleId is not null)
        .ToDictionary(zone => zone.SampleId!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The resolver of the catalogue that the module ships.</summary>
    public static ZoneResolver Default { get; } = new(RegionCatalog.Default);

    /// <summary>Finds a zone by its name, or by its id where the id has one name in every account.</summary>
    /// <param name="text">The name or the id.</param>
    /// <returns>The zone, or null.</returns>
    public ZoneFacts? Find(string text) =>
        _names.GetValueOrDefault(text) ?? (_ids.TryGetValue(text, out ZoneFacts? zone) && zone.Id is not null ? zone : null);

    /// <summary>Reads a name or an id.</summary>
    /// <param name="text">The name or the id, in any case.</param>
    /// <exception cref="CloudException"><c>ZoneInvalid</c> where it is no name or id at all, <c>ZoneUnknown</c> or <c>RegionUnknown</c> where there is none of that name.</exception>
    public ResolvedZone Resolve(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string query = text.Trim();
        if (_names.TryGetValue(query, out ZoneFacts? named))
            return OfName(text, named);
        if (_ids.TryGetValue(query, out ZoneFacts? identified))
            return OfId(text, identified);
        throw Explain(query);
    }

    private ResolvedZone OfName(string text, ZoneFacts zone)
    {
        RegionFacts region = catalog.Get(zone.Region);
        string note = zone.Id is not null
            ? ""
            : region.ZoneNamesAreUniform
                ? "The catalogue has no id for it."
                : $"Accounts from before November 2025 each have their own order of zones in {region.Code}: Get-RegionAZMap -Region {region.Code} gives the id in yours.";
        return Make(text, region, zone, zone.Name, zone.Id, note);
    }

    private ResolvedZone OfId(string text, ZoneFacts zone)
    {
        RegionFacts region = catalog.Get(zone.Region);
        return zone.Id is not null
            ? Make(text, region, zone, zone.Name, zone.Id, "")
            : Make(text, region, zone, null, zone.SampleId, $"Accounts from before November 2025 each have their own name for it: Get-RegionAZMap -Region {region.Code} gives the name in yours.");
    }

    private ResolvedZone Make(string text, RegionFacts region, ZoneFacts zone, string? name, string? id, string note) => new()
    {
        Query = text,
        Region = region.Code,
        RegionName = region.Name,
        ZoneName = name,
        ZoneId = id,
        ZoneType = zone.Type,
        GroupName = zone.GroupName,
        ParentZone = zone.ParentZoneId,
        Country = zone.Country,
        Note = note,
        Source = $"Catalogue of {catalog.Date:yyyy-MM-dd}",
    };

    private CloudException Explain(string query)
    {
        if (catalog.Find(query) is { } whole)
            return new("ZoneInvalid", $"'{query}' is a Region, not a zone.", CloudErrorCategory.InvalidArgument, query, ZonesOf(whole));
        if (LongestRegion(query) is { } region)
        {
            return new("ZoneUnknown", $"'{query}' cannot be: the catalogue of {catalog.Date:yyyy-MM-dd} has no such zone in {region.Code}.", CloudErrorCategory.ObjectNotFound, query, ZonesOf(region));
        }

        if (RegionOfId(query) is { } byId)
            return new("ZoneUnknown", $"'{query}' cannot be: {byId.Code} has no zone of that id.", CloudErrorCategory.ObjectNotFound, query, $"The ids of {byId.Code} are {string.Join(", ", byId.ZoneIds)}.");
        string code = query.Length > 1 && char.IsAsciiLetter(query[^1]) && char.IsAsciiDigit(query[^2]) ? query[..^1] : query;
        IReadOnlyList<string> near = code.Contains('-', StringComparison.Ordinal) ? RegionNames.Suggest(catalog, code) : [];
        if (near.Count > 0)
            return new("RegionUnknown", $"'{query}' cannot be: there is no Region '{code}'.", CloudErrorCategory.ObjectNotFound, query, $"Did you mean a zone of {string.Join(" or ", near)}?");
        return new("ZoneInvalid", $"'{query}' is neither the name nor the id of a zone.", CloudErrorCategory.InvalidArgument, query, Forms);
    }

    private RegionFacts? LongestRegion(string query) =>
        catalog.Regions.Where(region => query.StartsWith(region.Code, StringComparison.OrdinalIgnoreCase) && !char.IsAsciiDigit(query[region.Code.Length]))
            .MaxBy(region => region.Code.Length);

    private RegionFacts? RegionOfId(string query)
    {
        int dash = query.IndexOf('-', StringComparison.Ordinal);
        return dash < 1 ? null : catalog.Regions.FirstOrDefault(region => region.ZoneIds.Any(id => id.StartsWith(query[..(dash + 1)], StringComparison.OrdinalIgnoreCase)));
    }

    private static string ZonesOf(RegionFacts region)
    {
        string[] names = [.. region.Zones.Where(zone => zone.Type == ZoneType.AvailabilityZone).Select(zone => zone.Name)];
        return names.Length == 0
            ? $"The catalogue knows no zones of {region.Code}."
            : $"Its Availability Zones are {string.Join(", ", names)}; Get-RegionAZMap -Region {region.Code} -ZoneType All -Offline lists the others.";
    }
}
