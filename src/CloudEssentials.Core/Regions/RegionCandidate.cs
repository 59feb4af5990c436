namespace CloudEssentials.Regions;

/// <summary>A Region with what was found out about it.</summary>
/// <param name="Facts">The Region.</param>
/// <param name="LatencyMs">A round trip in milliseconds; null where it is not known.</param>
/// <param name="LatencySource">How it was found, or why not.</param>
/// <param name="HourlyPrice">The price of the instance type; null where it is not known.</param>
/// <param name="PriceSource">Where it comes from, or why not.</param>
public sealed record RegionCandidate(RegionFacts Facts, double? LatencyMs, string LatencySource, decimal? HourlyPrice, string PriceSource);
