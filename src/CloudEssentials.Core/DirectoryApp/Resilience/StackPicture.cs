namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A running application as it was at one moment. A part that was refused says why in <see cref="Refusals"/>.</summary>
public sealed record StackPicture
{
    /// <summary>The application's name.</summary>
    public required string AppName { get; init; }

    /// <summary>Its Region.</summary>
    public required string Region { get; init; }

    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>When it was read, UTC.</summary>
    public DateTimeOffset TakenAt { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>Who told it: <c>AWS</c> or <c>Sandbox</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The load balancer; null where there is none.</summary>
    public StackBalancer? LoadBalancer { get; init; }

    /// <summary>Whether the load balancer's node in one zone hands requests to targets in another.</summary>
    public bool CrossZone { get; init; } = true;

    /// <summary>The target group; null where there is none.</summary>
    public StackTargetGroup? TargetGroup { get; init; }

    /// <summary>The registered targets.</summary>
    public IReadOnlyList<StackTarget> Targets { get; init; } = [];

    /// <summary>The Auto Scaling group; null where there is none.</summary>
    public StackGroup? Group { get; init; }

    /// <summary>The subnets.</summary>
    public IReadOnlyList<StackSubnet> Subnets { get; init; } = [];

    /// <summary>The route tables.</summary>
    public IReadOnlyList<StackRouteTable> RouteTables { get; init; } = [];

    /// <summary>The NAT gateways that are not deleted.</summary>
    public IReadOnlyList<StackNatGateway> NatGateways { get; init; } = [];

    /// <summary>The endpoints of the network.</summary>
    public IReadOnlyList<StackEndpoint> Endpoints { get; init; } = [];

    /// <summary>The instances that run or are about to.</summary>
    public IReadOnlyList<StackInstance> Instances { get; init; } = [];

    /// <summary>The bucket that the instances may use; null where their role names none.</summary>
    public StackBucket? Bucket { get; init; }

    /// <summary>The table that the instances may use; null where their role names none.</summary>
    public StackTable? Table { get; init; }

    /// <summary>The alarms.</summary>
    public IReadOnlyList<StackAlarm> Alarms { get; init; } = [];

    /// <summary>The topic; null where there is none.</summary>
    public StackTopic? Topic { get; init; }

    /// <summary>Why a part is not there.</summary>
    public IReadOnlyDictionary<StackParts, CloudException> Refusals { get; init; } = new Dictionary<StackParts, CloudException>();

    /// <summary>True where nothing of the application was found, and nothing was refused that could have shown it.</summary>
    public bool IsEmpty => LoadBalancer is null && TargetGroup is null && Group is null && Subnets.Count == 0 && Instances.Count == 0
        && !Refused(StackParts.LoadBalancer | StackParts.TargetGroup | StackParts.Group | StackParts.Subnets | StackParts.Instances).Any();

    /// <summary>The refusals of some parts.</summary>
    /// <param name="parts">Which.</param>
    public IEnumerable<CloudException> Refused(StackParts parts) => Refusals.Where(refusal => parts.HasFlag(refusal.Key)).OrderBy(refusal => refusal.Key).Select(refusal => refusal.Value);

    /// <summary>The targets that the load balancer holds to be healthy.</summary>
    internal IReadOnlyList<StackTarget> Healthy => [.. Targets.Where(target => target.State == StackTarget.Healthy)];

    /// <summary>The subnets that the group launches in, as far as they are the application's own.</summary>
    internal IReadOnlyList<StackSubnet> GroupSubnets => [.. Subnets.Where(subnet => Group?.SubnetIds.Contains(subnet.Id) == true)];

    /// <summary>The healthy targets that are known to be in another zone.</summary>
    /// <param name="zone">The zone.</param>
    internal IReadOnlyList<StackTarget> HealthyOutside(string zone) => [.. Healthy.Where(target => target.Zone is { } home && home != zone)];
}
