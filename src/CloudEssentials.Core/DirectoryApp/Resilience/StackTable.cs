namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Exists">True where it is there.</param>
/// <param name="HasPointInTimeRecovery">True where it can be brought back to any second of the last weeks.</param>
public sealed record StackTable(string Name, bool Exists = true, bool HasPointInTimeRecovery = true);
