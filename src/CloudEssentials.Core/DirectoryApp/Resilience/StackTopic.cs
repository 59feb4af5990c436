namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A topic.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Confirmed">How many readers it has.</param>
/// <param name="Pending">How many have been asked and have not confirmed yet.</param>
public sealed record StackTopic(string Arn, int Confirmed, int Pending = 0);
