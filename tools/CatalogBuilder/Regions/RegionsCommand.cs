using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Amazon;

namespace CloudEssentials.CatalogBuilder.Regions;

/// <summary>Writes <c>regions.tsv</c>: the SDK's list of Regions, the reviewed places, and the zones.</summary>
internal sealed class RegionsCommand : ICatalogCommand
{
    public string Name => "regions";

    public string Summary => "regions.tsv: Regions and zones, from AWSSDK.Core, botocore and the emulator's zone table";

    public string Help => """
        --botocore FOLDER   botocore's data folder, which holds endpoints.json (PyPI: botocore)
        --zones FILE        availability_zones_and_regions.py of the emulator (PyPI: moto, moto/ec2/models)
        --output FILE       data/regions.tsv
        --date YYYY-MM-DD   the date of the facts; today where it is not given
        Country, place, coordinates, opt-in and corrections to the zones are in Regions/Facts of this tool.
        """;

    public void Run(CommandArguments arguments, TextWriter output)
    {
        var botocore = arguments.Required("botocore");
        ZoneTable zones = new(File.ReadAllText(arguments.Required("zones")));
        var places = Place.ReadAll();
        var edges = EdgeZone.ReadAll();
        var launched = ReadLaunched(Path.Combine(botocore, "endpoints.json"));
        StringBuilder text = new();
        text.Append("# Regions and zones of AWS. Made by tools/CatalogBuilder; do not edit.\n");
        text.Append("# R: code, name, partition, DNS suffix, country code, country, geography, location, state, latitude, longitude, precision, opt-in, state, order of zones, zone ids\n");
        text.Append("# Z: name, id (where the order is the account's: one account's), type (A, L, W), group, group in words, border group, parent zone id, country, state; empty means as the Region\n");
        text.Append(CultureInfo.InvariantCulture, $"date\t{arguments.Optional("date") ?? DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n");
        text.Append(CultureInfo.InvariantCulture, $"source\tAWSSDK.Core {SdkVersion()}; botocore endpoints.json; moto zone table; docs.aws.amazon.com/global-infrastructure (countries, AZ IDs, Local Zones, Wavelength Zones)\n");
        foreach (var region in RegionEndpoint.EnumerableAllRegions.OrderBy(PartitionRank).ThenBy(region => region.SystemName, StringComparer.Ordinal))
        {
            var place = places.GetValueOrDefault(region.SystemName)
                ?? throw new InvalidDataException($"places.tsv has no line for {region.SystemName} ({region.DisplayName}).");
            Append(text, region, place, launched.Contains(region.SystemName), zones.Of(place), edges[region.SystemName]);
        }

        File.WriteAllText(arguments.Required("output"), text.ToString());
        output.WriteLine($"{arguments.Required("output")}: {RegionEndpoint.EnumerableAllRegions.Count()} Regions.");
    }

    private static void Append(
        StringBuilder text,
        RegionEndpoint region,
        Place place,
        bool isLaunched,
        IReadOnlyList<(string Letter, string Id)> zones,
        IEnumerable<EdgeZone> edges)
    {
        var ids = zones.Select(zone => zone.Id).Where(id => id.Length > 0).Order(StringComparer.Ordinal);
        var state = isLaunched ? "launched" : region.SystemName.EndsWith("-regional", StringComparison.Ordinal) ? "alias" : "announced";
        AppendLine(text, "R", region.SystemName, region.DisplayName, region.PartitionName, region.PartitionDnsSuffix, place.CountryCode, place.Country,
            place.Geography, place.Location, place.SubGeography, Number(place.Latitude), Number(place.Longitude), place.Precision,
            place.OptIn ? "opt-in" : "", state, place.Shuffled ? "account" : "uniform", string.Join(',', ids));
        foreach (var (letter, id) in zones)
            AppendLine(text, "Z", region.SystemName + letter, id, "A", $"{region.SystemName}-zg-1", $"{region.DisplayName} 1");
        foreach (var edge in edges.OrderBy(edge => edge.IsWavelength).ThenBy(edge => edge.Name, StringComparer.Ordinal))
        {
            AppendLine(text, "Z", edge.Name, edge.Id, edge.IsWavelength ? "W" : "L", edge.Group, edge.GroupLongName, edge.BorderGroup,
                edge.ParentZoneId, edge.Country == place.Country ? "" : edge.Country, edge.SubGeography);
        }
    }

    private static void AppendLine(StringBuilder text, params string[] fields) => text.Append(string.Join('\t', fields).TrimEnd('\t')).Append('\n');

    private static string Number(double degrees) => degrees.ToString("0.00", CultureInfo.InvariantCulture);

    private static int PartitionRank(RegionEndpoint region) => region.PartitionName switch
    {
        "aws" => 0,
        "aws-us-gov" => 1,
        "aws-cn" => 2,
        "aws-eusc" => 3,
        _ => 4,
    };

    private static string SdkVersion() =>
        typeof(RegionEndpoint).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "unknown";

    private static HashSet<string> ReadLaunched(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("partitions").EnumerateArray()
            .SelectMany(partition => partition.GetProperty("regions").EnumerateObject())
            .Select(region => region.Name)];
    }
}
