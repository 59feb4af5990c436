using System.Globalization;

namespace CloudEssentials.Regions;

/// <summary>
/// Ranks Regions by latency, price, services and compliance. The best of each criterion gets all its points, twice its latency or
/// price half of them; a criterion that is known of no Region is left out, and one that is not known of a Region gives it no points.
/// </summary>
/// <param name="requirements">What a Region must have.</param>
/// <param name="weights">How much each criterion counts.</param>
/// <param name="services">Which service is where.</param>
public sealed class RegionRanking(RegionRequirements requirements, RegionWeights weights, RegionalServiceCatalog services)
{
    /// <summary>Ranks.</summary>
    /// <param name="candidates">The Regions.</param>
    /// <returns>The best first; then those that are excluded, by code.</returns>
    public IReadOnlyList<RegionComparison> Rank(IReadOnlyList<RegionCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        List<(RegionCandidate Candidate, string? Against)> judged = [.. candidates.Select(candidate => (candidate, requirements.Against(candidate.Facts)))];
        RegionCandidate[] standing = [.. judged.Where(item => item.Against is null).Select(item => item.Candidate)];
        Dictionary<string, int> breadth = standing.ToDictionary(candidate => candidate.Facts.Code, candidate => CountServices(candidate.Facts));
        Best best = new(
            standing.Min(candidate => candidate.LatencyMs),
            standing.Min(candidate => candidate.HourlyPrice),
            breadth.Count == 0 ? 0 : breadth.Values.Max());
        List<RegionComparison> ranked = [.. standing
            .Select(candidate => Describe(candidate, breadth[candidate.Facts.Code], Score(candidate, breadth[candidate.Facts.Code], best), best))
            .OrderByDescending(row => row.Score)
            .ThenBy(row => row.LatencyMs ?? double.MaxValue)
            .ThenBy(row => row.Region, StringComparer.Ordinal)];
        for (int i = 0; i < ranked.Count; i++)
            ranked[i] = ranked[i] with { Rank = i + 1 };
        ranked.AddRange(judged.Where(item => item.Against is not null)
            .OrderBy(item => item.Candidate.Facts.Code, StringComparer.Ordinal)
            .Select(item => Exclude(item.Candidate, item.Against!)));
        return ranked;
    }

    private int CountServices(RegionFacts region) => services.Services.Count(service => service.IsIn(region) == true);

    private double Score(RegionCandidate candidate, int breadth, Best best)
    {
        double points = 0, possible = 0;
        if (best.Latency is { } latency)
        {
            possible += weights.Latency;
            points += candidate.LatencyMs is { } own ? weights.Latency * Ratio(latency, own) : 0;
        }

        if (best.Price is { } price)
        {
            possible += weights.Price;
            points += candidate.HourlyPrice is { } own ? weights.Price * Ratio((double)price, (double)own) : 0;
        }

        if (best.Services > 0)
        {
            possible += weights.Service;
            points += weights.Service * breadth / best.Services;
        }

        possible += weights.Compliance;
        points += candidate.Facts.OptInRequired ? 0 : weights.Compliance;
        return possible == 0 ? 0 : Math.Round(100 * points / possible, 1);
    }

    private static double Ratio(double best, double own) => own <= 0 ? 1 : best / own;

    private RegionComparison Describe(RegionCandidate candidate, int breadth, double score, Best best) => Row(candidate) with
    {
        Score = score,
        ServiceCount = breadth,
        Reason = Reason(candidate, breadth, best),
    };

    private RegionComparison Exclude(RegionCandidate candidate, string against) => Row(candidate) with
    {
        Excluded = true,
        ServiceCount = CountServices(candidate.Facts),
        MissingServices = requirements.Missing(candidate.Facts),
        Reason = against,
    };

    private static RegionComparison Row(RegionCandidate candidate) => new()
    {
        Region = candidate.Facts.Code,
        Name = candidate.Facts.Name,
        LatencyMs = candidate.LatencyMs,
        LatencySource = candidate.LatencySource,
        HourlyPrice = candidate.HourlyPrice,
        PriceSource = candidate.PriceSource,
        Country = candidate.Facts.Country,
        Geography = candidate.Facts.Geography,
        OptInRequired = candidate.Facts.OptInRequired,
        Reason = "",
    };

    private string Reason(RegionCandidate candidate, int breadth, Best best)
    {
        List<string> parts = [LatencyPart(candidate, best)];
        if (PricePart(candidate, best) is { } price)
            parts.Add(price);
        parts.Add(breadth == best.Services ? $"most services ({breadth})" : $"{breadth} services");
        if (requirements.Services.Count > 0)
            parts.Add(requirements.Unknown(candidate.Facts) is { Length: > 0 } unknown ? $"not known whether it has {string.Join(", ", unknown)}" : $"has {string.Join(", ", requirements.Services.Select(service => service.Code))}");
        if (requirements.Countries.Count + requirements.Geographies.Count > 0)
            parts.Add($"data stays in {candidate.Facts.Country}");
        if (candidate.Facts.OptInRequired)
            parts.Add("must be enabled first");
        string text = string.Join("; ", parts);
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static string LatencyPart(RegionCandidate candidate, Best best) => candidate.LatencyMs switch
    {
        null => $"latency {candidate.LatencySource}",
        { } own when own == best.Latency => $"nearest ({own:0} ms, {candidate.LatencySource})",
        { } own => $"{own:0} ms, {candidate.LatencySource}",
    };

    private static string? PricePart(RegionCandidate candidate, Best best) => candidate.HourlyPrice switch
    {
        null => candidate.PriceSource.Length == 0 ? null : $"price {candidate.PriceSource}",
        { } own when own == best.Price => $"cheapest ({own.ToString("0.####", CultureInfo.InvariantCulture)} USD/h)",
        { } own => $"{own.ToString("0.####", CultureInfo.InvariantCulture)} USD/h, {(double)(own / best.Price!.Value - 1) * 100:0} % above the cheapest",
    };

    private sealed record Best(double? Latency, decimal? Price, int Services);
}
