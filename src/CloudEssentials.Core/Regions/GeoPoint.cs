using System.Globalization;

namespace CloudEssentials.Regions;

/// <summary>A place on Earth.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record GeoPoint(string Name, double Latitude, double Longitude)
{
    private const double EarthRadius = 6371;

    /// <summary>The shortest way over the surface, in kilometres.</summary>
    /// <param name="other">The other place.</param>
    public double DistanceTo(GeoPoint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double latitude = Radians(other.Latitude - Latitude), longitude = Radians(other.Longitude - Longitude);
        double h = Math.Pow(Math.Sin(latitude / 2), 2)
            + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Math.Pow(Math.Sin(longitude / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, h)));
    }

    /// <summary>Reads a place: <c>52.5,13.4</c>, a city, a Region's code, place or country.</summary>
    /// <param name="text">The text.</param>
    /// <param name="catalog">The Regions.</param>
    /// <exception cref="CloudException"><c>LocationUnknown</c>.</exception>
    public static GeoPoint Parse(string text, RegionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalog);
        string wanted = text.Trim();
        return Coordinates(wanted) ?? CityCatalog.Find(wanted) ?? RegionAt(wanted, catalog) ?? throw new CloudException(
            "LocationUnknown",
            $"-Location '{text}' is not a place that the catalogue knows.",
            CloudErrorCategory.InvalidArgument,
            text,
            $"{(CityCatalog.Suggest(wanted) is { } near ? $"Did you mean {near}? " : "")}Coordinates always do: -Location '52.5,13.4' (degrees north, degrees east).");
    }

    private static GeoPoint? Coordinates(string text)
    {
        string[] parts = text.Split([',', ';'], StringSplitOptions.TrimEntries);
        bool good = parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude) && Math.Abs(latitude) <= 90
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude) && Math.Abs(longitude) <= 180;
        return good ? new(text, double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)) : null;
    }

    private static GeoPoint? RegionAt(string text, RegionCatalog catalog)
    {
        RegionFacts? region = catalog.Find(text)
            ?? catalog.Regions.FirstOrDefault(candidate => candidate.Location.Equals(text, StringComparison.OrdinalIgnoreCase) || candidate.Name.Contains($"({text})", StringComparison.OrdinalIgnoreCase))
            ?? catalog.Regions.FirstOrDefault(candidate => candidate.Country.Equals(text, StringComparison.OrdinalIgnoreCase));
        return region is null ? null : new(region.Location, region.Latitude, region.Longitude);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
