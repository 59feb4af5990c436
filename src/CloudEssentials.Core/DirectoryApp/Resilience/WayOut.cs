namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>How a subnet reaches the internet.</summary>
/// <param name="GatewayId">The gateway; null where it reaches it not at all.</param>
/// <param name="Zone">The zone that the gateway is lost with; null for one that no single zone takes along.</param>
/// <param name="IsOpen">True where traffic passes.</param>
internal sealed record WayOut(string? GatewayId, string? Zone, bool IsOpen)
{
    private const string NatPrefix = "nat-";

    /// <summary>True where the gateway is a NAT gateway.</summary>
    internal bool IsNat => GatewayId?.StartsWith(NatPrefix, StringComparison.Ordinal) == true;

    /// <summary>The way out of a subnet.</summary>
    /// <param name="picture">The application, with its route tables and NAT gateways.</param>
    /// <param name="subnetId">The subnet.</param>
    internal static WayOut Of(StackPicture picture, string subnetId)
    {
        if (TableOf(picture, subnetId) is not { DefaultTarget: { } target } table)
            return new(null, null, IsOpen: false);
        StackNatGateway? gateway = picture.NatGateways.FirstOrDefault(gateway => gateway.Id == target);
        bool isLost = table.IsBlackhole || gateway is { IsAvailable: false };
        return new(target, gateway?.Zone, !isLost);
    }

    /// <summary>The route table of a subnet; null where it goes by the network's main one, which New-DirectoryApp leaves without a way out.</summary>
    internal static StackRouteTable? TableOf(StackPicture picture, string subnetId) => picture.RouteTables.FirstOrDefault(table => table.SubnetIds.Contains(subnetId));

    /// <summary>True where traffic still passes when a zone is lost.</summary>
    internal bool Survives(string zone) => IsOpen && Zone != zone;

    /// <summary>True where what instances in a subnet keep in S3 and DynamoDB is reached whatever becomes of the way out.</summary>
    internal static bool HasEndpoints(StackPicture picture, string subnetId) =>
        TableOf(picture, subnetId) is { } table && EndpointServices.All(service => picture.Endpoints.Any(endpoint => endpoint.Service == service && endpoint.RouteTableIds.Contains(table.Id)));

    /// <summary>The services that the application keeps its data in.</summary>
    internal static readonly string[] EndpointServices = ["s3", "dynamodb"];
}
