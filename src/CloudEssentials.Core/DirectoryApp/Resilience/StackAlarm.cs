namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>An alarm.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Metric">What it watches.</param>
/// <param name="Tells">True where it tells somebody.</param>
public sealed record StackAlarm(string Name, string Metric, bool Tells = true);
