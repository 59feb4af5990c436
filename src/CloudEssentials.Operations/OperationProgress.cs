namespace CloudEssentials.Operations;

/// <summary>How far a command has come.</summary>
/// <param name="Activity">What it is doing.</param>
/// <param name="Status">Where it is.</param>
/// <param name="PercentComplete">0 to 100, or -1 where that is not known.</param>
/// <param name="Completed">True for the last report of this activity.</param>
public sealed record OperationProgress(string Activity, string Status, int PercentComplete = -1, bool Completed = false);
