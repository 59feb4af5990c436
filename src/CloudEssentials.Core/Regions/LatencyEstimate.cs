namespace CloudEssentials.Regions;

/// <summary>
/// Guesses a round trip by distance: light in glass goes some 200 km in a millisecond, cables go about half as far again as the
/// shortest way, and the ends take a few milliseconds.
/// </summary>
public static class LatencyEstimate
{
    private const double KilometresPerMillisecond = 200;
    private const double Detour = 1.5;
    private const double Ends = 4;

    /// <summary>The round trip in milliseconds.</summary>
    /// <param name="kilometres">The distance of the places.</param>
    public static double ForDistance(double kilometres) => Math.Round(Ends + (2 * kilometres * Detour / KilometresPerMillisecond), 1);
}
