namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Where a route leads.</summary>
/// <param name="GatewayId">An internet gateway or a gateway endpoint; null for another target.</param>
/// <param name="NatGatewayId">A NAT gateway; null for another target.</param>
/// <param name="Origin">How it came about: <c>CreateRoute</c> or <c>EnableVgwRoutePropagation</c>.</param>
internal sealed record Ec2Route(string? GatewayId, string? NatGatewayId, string Origin = "CreateRoute")
{
    /// <summary>A network interface, such as that of an instance; null for another target.</summary>
    public string? NetworkInterfaceId { get; init; }
}
