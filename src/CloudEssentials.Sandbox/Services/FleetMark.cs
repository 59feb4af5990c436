namespace CloudEssentials.Sandbox.Services;

/// <summary>How far a Region has been caught up with.</summary>
/// <param name="At">The time up to which everything has happened.</param>
internal sealed record FleetMark(DateTimeOffset At);
