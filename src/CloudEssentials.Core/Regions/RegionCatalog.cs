using System.Globalization;

namespace CloudEssentials.Regions;

/// <summary>The Regions and zones of AWS as they were known on <see cref="Date"/>; read from a file at its first use.</summary>
public sealed class RegionCatalog
{
    private const string FileName = "regions.tsv";

    private static readonly Lazy<RegionCatalog> _default = new(() => Parse(DataText.Read(FileName)));

    private readonly Dictionary<string, RegionFacts> _byCode;

    private RegionCatalog(DateOnly date, string source, List<RegionFacts> regions)
    {
        Date = date;
        Source = source;
        Regions = regions;
        _byCode = new(regions.Count, StringComparer.OrdinalIgnoreCase);
        foreach (RegionFacts region in regions)
            _byCode.Add(region.Code, region);
    }

    /// <summary>The catalogue that the module ships.</summary>
    /// <exception cref="CloudException"><c>CatalogNotFound</c>, <c>CatalogUnreadable</c>: the file is missing or damaged.</exception>
    public static RegionCatalog Default => _default.Value;

    /// <summary>The date of the facts.</summary>
    public DateOnly Date { get; }

    /// <summary>Where the facts come from.</summary>
    public string Source { get; }

    /// <summary>Every Region that the SDK names, by partition (<c>aws</c> first) and code.</summary>
    public IReadOnlyList<RegionFacts> Regions { get; }

    /// <summary>Reads a catalogue.</summary>
    /// <param name="text">The text of a file that <c>CatalogBuilder regions</c> wrote.</param>
    /// <exception cref="CloudException"><c>CatalogUnreadable</c>.</exception>
    public static RegionCatalog Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<RegionFacts> regions = new(64);
        List<ZoneFacts> zones = [];
        (DateOnly date, string source) = CatalogueText.Read(text, FileName, (ReadOnlySpan<char> kind, ref CatalogueLineReader fields) =>
        {
            if (kind is "R")
                regions.Add(ReadRegion(ref fields, zones = []));
            else if (kind is "Z")
                zones.Add(ReadZone(ref fields, regions[^1]));
        });
        return new(date, source, regions);
    }

    /// <summary>Finds a Region by its code.</summary>
    /// <param name="code">Such as <c>eu-west-1</c>, in any case.</param>
    /// <returns>The Region, or null.</returns>
    public RegionFacts? Find(string? code) => code is not null && _byCode.TryGetValue(code, out RegionFacts? region) ? region : null;

    /// <summary>Finds a Region by its code, or says which codes are near.</summary>
    /// <param name="code">Such as <c>eu-west-1</c>, in any case.</param>
    /// <exception cref="CloudException"><c>RegionUnknown</c>.</exception>
    public RegionFacts Get(string code) => Find(code) ?? throw UnknownRegion(code);

    /// <summary>The Regions that were open to customers on the catalogue's date.</summary>
    /// <param name="partition">Such as <c>aws</c>.</param>
    public IEnumerable<RegionFacts> InPartition(string partition)
    {
        foreach (RegionFacts region in Regions)
        {
            if (region.IsLaunched && region.Partition.Equals(partition, StringComparison.OrdinalIgnoreCase))
                yield return region;
        }
    }

    /// <summary>The error for a Region that does not exist, with the codes that may have been meant.</summary>
    /// <param name="code">What was asked for.</param>
    public CloudException UnknownRegion(string code)
    {
        IReadOnlyList<string> near = RegionNames.Suggest(this, code);
        string remedy = near.Count == 0
            ? "Get-RegionAZMap -Offline lists the Regions."
            : $"Did you mean {string.Join(" or ", near)}?";
        return new("RegionUnknown", $"There is no Region '{code}'.", CloudErrorCategory.ObjectNotFound, code, remedy);
    }

    private static RegionFacts ReadRegion(ref CatalogueLineReader reader, List<ZoneFacts> zones) => new()
    {
        Code = reader.Next(),
        Name = reader.Next(),
        Partition = string.Intern(reader.Next()),
        DnsSuffix = string.Intern(reader.Next()),
        CountryCode = reader.Next(),
        Country = reader.Next(),
        Geography = string.Intern(reader.Next()),
        Location = reader.Next(),
        SubGeography = reader.NextOrNull(),
        Latitude = double.Parse(reader.NextSpan(), CultureInfo.InvariantCulture),
        Longitude = double.Parse(reader.NextSpan(), CultureInfo.InvariantCulture),
        IsPositionApproximate = reader.NextSpan() is "country",
        OptInRequired = reader.NextSpan() is "opt-in",
        IsLaunched = reader.NextSpan() is var state && state is "launched",
        IsEndpointAlias = state is "alias",
        ZoneNamesAreUniform = reader.NextSpan() is "uniform",
        ZoneIds = reader.NextOrNull()?.Split(',') ?? [],
        Zones = zones,
    };

    private static ZoneFacts ReadZone(ref CatalogueLineReader reader, RegionFacts region)
    {
        string name = reader.Next();
        string? id = reader.NextOrNull();
        ZoneType type = reader.NextSpan() switch { "A" => ZoneType.AvailabilityZone, "L" => ZoneType.LocalZone, _ => ZoneType.WavelengthZone };
        bool isAvailabilityZone = type == ZoneType.AvailabilityZone;
        return new()
        {
            Name = name,
            Region = region.Code,
            Type = type,
            Id = isAvailabilityZone && !region.ZoneNamesAreUniform ? null : id,
            SampleId = id,
            GroupName = reader.NextOrNull() ?? region.Code,
            GroupLongName = reader.NextOrNull() ?? region.Name,
            NetworkBorderGroup = reader.NextOrNull() ?? region.Code,
            ParentZoneId = reader.NextOrNull(),
            Country = reader.NextOrNull() ?? region.Country,
            SubGeography = reader.NextOrNull() ?? (isAvailabilityZone ? region.SubGeography : null),
        };
    }
}
