namespace CloudEssentials.Regions;

/// <summary>A Region's place in a comparison, and why.</summary>
public sealed record RegionComparison
{
    /// <summary>1 for the best; null where the Region is excluded.</summary>
    public int? Rank { get; init; }

    /// <summary>The Region's code.</summary>
    public required string Region { get; init; }

    /// <summary>The Region's name.</summary>
    public required string Name { get; init; }

    /// <summary>0 to 100: the weighted points of the criteria that were compared; null where the Region is excluded.</summary>
    public double? Score { get; init; }

    /// <summary>A round trip in milliseconds; null where it is not known.</summary>
    public double? LatencyMs { get; init; }

    /// <summary>How the latency was found: measured, estimated by distance, or not known and why.</summary>
    public string LatencySource { get; init; } = "unknown";

    /// <summary>US dollars an hour for the instance type (yuan in China), on demand, with Linux; null where it is not known.</summary>
    public decimal? HourlyPrice { get; init; }

    /// <summary>Where the price comes from, or why there is none.</summary>
    public string PriceSource { get; init; } = "unknown";

    /// <summary>How many of AWS's services the catalogue lists for the Region.</summary>
    public int ServiceCount { get; init; }

    /// <summary>The services asked for that the Region lacks.</summary>
    public IReadOnlyList<string> MissingServices { get; init; } = [];

    /// <summary>The country.</summary>
    public required string Country { get; init; }

    /// <summary>The part of the world.</summary>
    public required string Geography { get; init; }

    /// <summary>True where the account must enable the Region first.</summary>
    public bool OptInRequired { get; init; }

    /// <summary>True where a criterion rules the Region out.</summary>
    public bool Excluded { get; init; }

    /// <summary>Why it stands where it stands.</summary>
    public required string Reason { get; init; }
}
