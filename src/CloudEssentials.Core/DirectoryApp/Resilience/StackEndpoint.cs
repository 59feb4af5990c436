namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>An endpoint of the network.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The last part of the service's name, such as <c>s3</c>.</param>
/// <param name="RouteTableIds">The route tables that it stands in, for a gateway endpoint.</param>
/// <param name="SubnetIds">The subnets that it has an interface in, for another.</param>
public sealed record StackEndpoint(string Id, string Service, IReadOnlyList<string> RouteTableIds, IReadOnlyList<string> SubnetIds);
