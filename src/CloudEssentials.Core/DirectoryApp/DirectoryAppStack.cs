namespace CloudEssentials.DirectoryApp;

/// <summary>The whole application as it stands.</summary>
public sealed record DirectoryAppStack
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How it is.</summary>
    public required DirectoryAppState State { get; init; }

    /// <summary>Where it answers; null where there is no load balancer.</summary>
    public Uri? Url { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The zones of its instances, in order.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Its network.</summary>
    public string? VpcId { get; init; }

    /// <summary>The group of its instances.</summary>
    public string? AutoScalingGroupName { get; init; }

    /// <summary>The ARN of the group that the load balancer asks.</summary>
    public string? TargetGroupArn { get; init; }

    /// <summary>How many instances answer.</summary>
    public int HealthyInstances { get; init; }

    /// <summary>How many are wanted at present.</summary>
    public int DesiredCapacity { get; init; }

    /// <summary>The fewest.</summary>
    public int MinSize { get; init; }

    /// <summary>The most.</summary>
    public int MaxSize { get; init; }

    /// <summary>Its instances.</summary>
    public IReadOnlyList<string> InstanceId { get; init; } = [];

    /// <summary>The bucket of the photos.</summary>
    public string? BucketName { get; init; }

    /// <summary>The table of the employees.</summary>
    public string? TableName { get; init; }

    /// <summary>Why instances could not be launched, in AWS's words; null where there was nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>What the command did, each in words; empty where it changed nothing.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The instances that answer, of those wanted.</summary>
    public string Healthy => $"{HealthyInstances}/{DesiredCapacity}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
