namespace CloudEssentials.Aws.Regions;

/// <summary>What a measurement found.</summary>
/// <param name="Milliseconds">The median; null where the host was not reached.</param>
/// <param name="Source">How it was measured, or why it was not.</param>
public sealed record LatencyMeasurement(double? Milliseconds, string Source);
