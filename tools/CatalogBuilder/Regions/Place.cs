using System.Globalization;

namespace CloudEssentials.CatalogBuilder.Regions;

/// <summary>A line of <c>places.tsv</c>.</summary>
internal sealed record Place(
    string Code,
    string CountryCode,
    string Country,
    string Geography,
    string Location,
    string SubGeography,
    double Latitude,
    double Longitude,
    string Precision,
    bool OptIn,
    bool Shuffled,
    string Zones)
{
    public static Dictionary<string, Place> ReadAll() => FactFile.Read("places.tsv", 12).Select(Parse).ToDictionary(place => place.Code);

    private static Place Parse(string[] f) =>
        new(f[0], f[1], f[2], f[3], f[4], f[5], Degrees(f[6]), Degrees(f[7]), f[8], f[9] == "yes", f[10] == "yes", f[11]);

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
