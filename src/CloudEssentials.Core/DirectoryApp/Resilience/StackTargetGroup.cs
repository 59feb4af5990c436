namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A target group and its health check.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
public sealed record StackTargetGroup(string Name, string Arn)
{
    /// <summary>The path that is asked.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The time from one check to the next.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How long a check waits for its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many checks in a row fail before a target is out.</summary>
    public int UnhealthyThreshold { get; init; } = 5;

    /// <summary>How long a target that stops answering gets requests, at most.</summary>
    public TimeSpan DetectionTime => (Interval * UnhealthyThreshold) + Timeout;
}
