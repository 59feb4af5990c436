using CloudEssentials.Catalog;

namespace CloudEssentials.Regions;

/// <summary>Which service is in which Region, as it was known on <see cref="Date"/>; read from a file at its first use.</summary>
public sealed class RegionalServiceCatalog
{
    private const string FileName = "services.tsv";

    private static readonly Lazy<RegionalServiceCatalog> _default = new(() => Parse(DataText.Read(FileName), RegionCatalog.Default));
    private static readonly HashSet<string> _nowhere = [];

    private readonly Dictionary<string, RegionalService> _byName = new(StringComparer.OrdinalIgnoreCase);

    private RegionalServiceCatalog(DateOnly date, string source, List<RegionalService> services)
    {
        Date = date;
        Source = source;
        Services = services;
        foreach (RegionalService service in services)
            _byName[service.Code] = service;
        foreach (RegionalService service in services)
        {
            foreach (string alias in service.Aliases)
                _byName.TryAdd(alias, service);
        }
    }

    /// <summary>The catalogue that the module ships.</summary>
    /// <exception cref="CloudException"><c>CatalogNotFound</c>, <c>CatalogUnreadable</c>: the file is missing or damaged.</exception>
    public static RegionalServiceCatalog Default => _default.Value;

    /// <summary>The date of the facts.</summary>
    public DateOnly Date { get; }

    /// <summary>Where the facts come from.</summary>
    public string Source { get; }

    /// <summary>All services, by code.</summary>
    public IReadOnlyList<RegionalService> Services { get; }

    /// <summary>Reads a catalogue.</summary>
    /// <param name="text">The text of a file that <c>CatalogBuilder services</c> wrote.</param>
    /// <param name="regions">The Regions that it speaks of.</param>
    /// <exception cref="CloudException"><c>CatalogUnreadable</c>.</exception>
    public static RegionalServiceCatalog Parse(string text, RegionCatalog regions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(regions);
        HashSet<string> covered = [];
        List<RegionalService> services = new(512);
        (DateOnly date, string source) = CatalogueText.Read(text, FileName, (ReadOnlySpan<char> kind, ref CatalogueLineReader fields) =>
        {
            if (kind is "covers")
                covered = [.. fields.Next().Split(',')];
            else if (kind is "S")
                services.Add(ReadService(ref fields, regions, covered));
        });
        return new(date, source, services);
    }

    /// <summary>Finds a service by any of its names.</summary>
    /// <param name="name">Such as <c>ec2</c>, <c>elasticmapreduce</c> or <c>alb</c>, in any case.</param>
    /// <returns>The service, or null.</returns>
    public RegionalService? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds a service by any of its names, or says which are near.</summary>
    /// <param name="name">Such as <c>ec2</c>.</param>
    /// <exception cref="CloudException"><c>ServiceUnknown</c>.</exception>
    public RegionalService Get(string name) => Find(name) ?? throw new CloudException(
        "ServiceUnknown",
        $"There is no service '{name}'.",
        CloudErrorCategory.ObjectNotFound,
        name,
        NearestName.Find(name, _byName.Keys) is { } near ? $"Did you mean {near}?" : "Get-CloudServiceScope lists the services.");

    private static RegionalService ReadService(ref CatalogueLineReader reader, RegionCatalog regions, HashSet<string> covered)
    {
        string code = reader.Next(), name = reader.Next();
        string[] aliases = Split(reader.NextSpan());
        ServiceScope scope = reader.NextSpan() switch { "zone" => ServiceScope.Zone, "global" => ServiceScope.Global, _ => ServiceScope.Region };
        ServiceResponsibility responsibility = reader.NextSpan() switch
        {
            "infrastructure" => ServiceResponsibility.Infrastructure,
            "managed" => ServiceResponsibility.Managed,
            _ => ServiceResponsibility.Abstracted,
        };
        HashSet<string>? surveyed = reader.NextSpan() switch { "e" => null, "i" => covered, _ => _nowhere };
        string[] places = Split(reader.NextSpan());
        return new()
        {
            Code = code,
            Name = name,
            Aliases = aliases,
            Scope = scope,
            Responsibility = responsibility,
            Surveyed = surveyed,
            Regions = scope == ServiceScope.Global ? RegionsOf(places, regions) : Shared(places, regions),
            Note = reader.Next(),
        };
    }

    private static string[] Split(ReadOnlySpan<char> list) => list.IsEmpty ? [] : list.ToString().Split(',');

    // Four hundred services name the same fifty Regions: one string for each will do.
    private static string[] Shared(string[] codes, RegionCatalog regions)
    {
        for (int i = 0; i < codes.Length; i++)
            codes[i] = regions.Find(codes[i])?.Code ?? codes[i];
        return codes;
    }

    private static string[] RegionsOf(string[] partitions, RegionCatalog regions)
    {
        List<string> codes = [];
        foreach (string partition in partitions)
        {
            foreach (RegionFacts region in regions.InPartition(partition))
                codes.Add(region.Code);
        }

        return [.. codes];
    }
}
