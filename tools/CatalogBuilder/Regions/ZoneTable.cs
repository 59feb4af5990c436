using System.Text.RegularExpressions;

namespace CloudEssentials.CatalogBuilder.Regions;

/// <summary>
/// The Availability Zones of each Region: the emulator's table (facts read from its Python source), what the reviewed
/// places say where that table is silent or wrong, and three regular zones where neither says anything.
/// </summary>
internal sealed partial class ZoneTable
{
    private readonly Dictionary<string, List<(string Letter, string Id)>> _emulator = [];

    public ZoneTable(string pythonSource)
    {
        foreach (Match zone in ZonePattern().Matches(pythonSource))
        {
            var region = zone.Groups["region"].Value;
            if (!_emulator.TryGetValue(region, out var zones))
                _emulator[region] = zones = [];
            zones.Add((zone.Groups["name"].Value[region.Length..], zone.Groups["id"].Value));
        }

        if (_emulator.Count < 10)
            throw new InvalidDataException("The emulator's zone table was not found in the file.");
    }

    public IReadOnlyList<(string Letter, string Id)> Of(Place place)
    {
        var prefix = IdPrefix(place.Code);
        if (place.Zones == "-")
            return [];
        if (place.Zones.Length > 0)
            return [.. place.Zones.Split(' ').Select(pair => (pair[..1], pair.Length > 2 ? $"{prefix}-az{pair[2..]}" : ""))];
        return _emulator.GetValueOrDefault(place.Code) ?? [("a", $"{prefix}-az1"), ("b", $"{prefix}-az2"), ("c", $"{prefix}-az3")];
    }

    /// <summary>The Region's part of a zone id: <c>use1</c> for us-east-1, <c>apne1</c> for ap-northeast-1, <c>usgw1</c> for us-gov-west-1.</summary>
    public static string IdPrefix(string region)
    {
        var parts = region.Split('-');
        var area = parts[0] == "us" && parts[1] == "gov" ? "usg" : parts[0];
        var directions = string.Concat(Directions().Matches(parts[^2]).Select(direction => direction.Value[0]));
        return $"{area}{directions}{parts[^1]}";
    }

    [GeneratedRegex("""Zone\(\s*region_name="(?<region>[^"]+)",\s*name="(?<name>[^"]+)",\s*zone_id="(?<id>[^"]+)",?\s*\)""")]
    private static partial Regex ZonePattern();

    [GeneratedRegex("north|south|east|west|central")]
    private static partial Regex Directions();
}
