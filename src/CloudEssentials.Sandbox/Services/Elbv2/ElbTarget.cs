namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>
/// A target of a target group. What its health is follows from what its checks have met with, and since when: <see cref="TargetHealth"/>.
/// </summary>
internal sealed record ElbTarget
{
    public required string TargetGroupArn { get; init; }

    /// <summary>The instance's id, or an address.</summary>
    public required string Id { get; init; }

    public required int Port { get; init; }

    public required DateTimeOffset Registered { get; init; }

    /// <summary>When it was deregistered; null while nobody has.</summary>
    public DateTimeOffset? Deregistered { get; init; }

    /// <summary>What stands in the way of the checks, or what they meet with.</summary>
    public required TargetCondition Condition { get; init; }

    /// <summary>What more is to be said of the condition, such as the code that the target answers.</summary>
    public string? Detail { get; init; }

    /// <summary>Since when that is so.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What the target was held to be when that began.</summary>
    public TargetVerdict Before { get; init; }

    public string Key => KeyOf(TargetGroupArn, Id, Port);

    public static string KeyOf(string targetGroupArn, string id, int port) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{targetGroupArn} {id} {port}");
}
