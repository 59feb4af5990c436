namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>The parts of what is read of a running application; each is read by itself, and may be refused by itself.</summary>
[Flags]
public enum StackParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The load balancer and its zones.</summary>
    LoadBalancer = 1 << 0,

    /// <summary>Whether requests cross from one zone to another.</summary>
    CrossZone = 1 << 1,

    /// <summary>The target group and its health check.</summary>
    TargetGroup = 1 << 2,

    /// <summary>The targets and their health.</summary>
    Targets = 1 << 3,

    /// <summary>The Auto Scaling group.</summary>
    Group = 1 << 4,

    /// <summary>The subnets.</summary>
    Subnets = 1 << 5,

    /// <summary>The route tables.</summary>
    RouteTables = 1 << 6,

    /// <summary>The NAT gateways.</summary>
    NatGateways = 1 << 7,

    /// <summary>The endpoints of the network.</summary>
    Endpoints = 1 << 8,

    /// <summary>The instances.</summary>
    Instances = 1 << 9,

    /// <summary>The bucket of the photos.</summary>
    Bucket = 1 << 10,

    /// <summary>The table of the employees.</summary>
    Table = 1 << 11,

    /// <summary>The alarms.</summary>
    Alarms = 1 << 12,

    /// <summary>The topic that alarms go to, and its readers.</summary>
    Topic = 1 << 13,
}
