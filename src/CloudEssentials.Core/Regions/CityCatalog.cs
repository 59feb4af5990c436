using System.Globalization;
using CloudEssentials.Catalog;

namespace CloudEssentials.Regions;

/// <summary>Large cities and where they are, for estimates by distance; read from a file at its first use.</summary>
public static class CityCatalog
{
    private static readonly Lazy<Dictionary<string, GeoPoint>> _cities = new(() => Parse(DataText.Read("cities.tsv")));

    /// <summary>The names of the cities.</summary>
    public static IEnumerable<string> Names => _cities.Value.Keys;

    /// <summary>Finds a city.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <returns>Where it is, or null.</returns>
    public static GeoPoint? Find(string name) => _cities.Value.GetValueOrDefault(name);

    /// <summary>The city whose name is nearest to a wrong one.</summary>
    /// <param name="name">The wrong name.</param>
    /// <returns>The name, or null if none is near.</returns>
    public static string? Suggest(string name) => NearestName.Find(name, Names);

    private static Dictionary<string, GeoPoint> Parse(string text)
    {
        Dictionary<string, GeoPoint> cities = new(StringComparer.OrdinalIgnoreCase);
        CatalogueLineReader reader = new(text);
        while (reader.NextLine())
        {
            string name = reader.Next();
            cities[name] = new(name, double.Parse(reader.NextSpan(), CultureInfo.InvariantCulture), double.Parse(reader.NextSpan(), CultureInfo.InvariantCulture));
        }

        return cities;
    }
}
