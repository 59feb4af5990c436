namespace CloudEssentials.DirectoryApp;

/// <summary>How instances reach the internet, from which they install the application.</summary>
public enum NatGatewayMode
{
    /// <summary>No NAT gateway: the instances are in the public subnets with public addresses, and only the load balancer reaches them.</summary>
    None,

    /// <summary>The instances are in the private subnets, and one NAT gateway serves all zones: cheaper, and a single point of failure.</summary>
    Single,

    /// <summary>The instances are in the private subnets, and each zone has a NAT gateway of its own.</summary>
    PerZone,
}
