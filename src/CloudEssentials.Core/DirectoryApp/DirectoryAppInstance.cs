namespace CloudEssentials.DirectoryApp;

/// <summary>An instance that runs the directory application, by itself or as one of an Auto Scaling group.</summary>
public sealed record DirectoryAppInstance
{
    /// <summary>The instance's id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The application's name.</summary>
    public required string Name { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The zone.</summary>
    public string AvailabilityZone { get; init; } = "";

    /// <summary>The state as EC2 names it, such as <c>running</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it is in this state, where EC2 says so.</summary>
    public string? StateReason { get; init; }

    /// <summary>The type, such as <c>t3.micro</c>.</summary>
    public string InstanceType { get; init; } = "";

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public string? Architecture { get; init; }

    /// <summary>The image.</summary>
    public string? ImageId { get; init; }

    /// <summary>The name by which it is reached from outside; null where it has no public address, as while it is stopped.</summary>
    public string? PublicDnsName { get; init; }

    /// <summary>The public address; null where it has none.</summary>
    public string? PublicIpAddress { get; init; }

    /// <summary>The address within its network.</summary>
    public string? PrivateIpAddress { get; init; }

    /// <summary>Where the application answers; null where it cannot be reached from outside.</summary>
    public Uri? Url => (PublicDnsName ?? PublicIpAddress) is { } host ? new($"http://{host}/") : null;

    /// <summary>What the application answered, such as <c>200 OK</c>; null where it was not asked.</summary>
    public string? Health { get; init; }

    /// <summary>The bucket of the photos; null where the instance does not say it.</summary>
    public string? BucketName { get; init; }

    /// <summary>The DynamoDB table; null where the instance does not say it.</summary>
    public string? TableName { get; init; }

    /// <summary>The instance profile that hands it its role.</summary>
    public string? Role { get; init; }

    /// <summary>How the application is started; null where the instance does not say it.</summary>
    public AppStartup? Startup { get; init; }

    /// <summary>The subnet.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The network.</summary>
    public string? VpcId { get; init; }

    /// <summary>Its security groups.</summary>
    public IReadOnlyList<string> SecurityGroupId { get; init; } = [];

    /// <summary>The key pair; null for none.</summary>
    public string? KeyName { get; init; }

    /// <summary>Its number among the instances of that name that stand by themselves; null for one of a group.</summary>
    public int? Number { get; init; }

    /// <summary>The Auto Scaling group that it belongs to; null where it stands by itself.</summary>
    public string? AutoScalingGroupName { get; init; }

    /// <summary>When it was launched, UTC.</summary>
    public DateTime? LaunchTime { get; init; }

    /// <summary>The account's id.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>AWS</c> or <c>Sandbox</c>.</summary>
    public string? Source { get; init; }

    /// <summary>True unless it is terminated or on the way there.</summary>
    public bool IsLive => State is not ("terminated" or "shutting-down");
}
