using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Gateway endpoints, of which a VPC needs one a service: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html.</summary>
internal sealed class EndpointDriver() : ResourceDriver("AWS::EC2::VPCEndpoint")
{
    private const int MostGenerations = 20;
    private static readonly string[] _gone = ["deleting", "deleted", "rejected", "expired", "failed"];

    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("VpcId") is not { } vpcId)
            return null;
        List<VpcEndpoint> endpoints = await SearchAsync(wish.Scope, [new("vpc-id", [vpcId]), new("service-name", [wish.Text("ServiceName")])], cancellationToken).ConfigureAwait(false);
        if (endpoints.FirstOrDefault(IsThere) is not { } endpoint)
            return null;
        FoundResource found = Found(wish.Scope, endpoint);
        return wish.Properties.Names("RouteTableIds", endpoint.RouteTableIds ?? []) ? found : found with { Differences = ["It is not in all route tables that it should be in, or in others."] };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateVpcEndpointRequest request = new()
        {
            VpcId = wish.Text("VpcId"),
            ServiceName = wish.Text("ServiceName"),
            VpcEndpointType = VpcEndpointType.Gateway,
            RouteTableIds = Wanted(wish),
            TagSpecifications = AppTags.ForEc2(wish, ResourceType.VpcEndpoint),
        };
        for (int generation = 1; ; generation++)
        {
            request.ClientToken = ClientToken.Of(wish, generation, [request.VpcId, .. request.RouteTableIds]);
            CreateVpcEndpointResponse? answer = await Eventually.UnlessGoneAsync(
                () => wish.Scope.Ec2().CreateVpcEndpointAsync(request, cancellationToken),
                exception => exception.ErrorCode == "RouteAlreadyExists").ConfigureAwait(false);
            if (answer is null)
                return await UpdateAsync(wish, await SeeAsync(wish, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            // A token may stand for one that was deleted since.
            if (IsThere(answer.VpcEndpoint) || generation == MostGenerations)
                return Found(wish.Scope, answer.VpcEndpoint) with { IsOwned = true };
        }
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        List<VpcEndpoint> endpoints = await SearchAsync(wish.Scope, [new("vpc-endpoint-id", [found.Id])], cancellationToken).ConfigureAwait(false);
        List<string> present = endpoints.FirstOrDefault()?.RouteTableIds ?? [];
        ModifyVpcEndpointRequest request = new()
        {
            VpcEndpointId = found.Id,
            AddRouteTableIds = [.. Wanted(wish).Except(present)],
            RemoveRouteTableIds = [.. present.Except(Wanted(wish))],
        };
        if (request.AddRouteTableIds.Count + request.RemoveRouteTableIds.Count > 0)
            await wish.Scope.Ec2().ModifyVpcEndpointAsync(request, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) =>
        [.. (await SearchAsync(scope, Ec2Search.All(scope), cancellationToken).ConfigureAwait(false)).Where(IsThere).Select(endpoint => Found(scope, endpoint))];

    /// <inheritdoc/>
    public override async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        DeleteVpcEndpointsResponse answer = await scope.Ec2().DeleteVpcEndpointsAsync(new() { VpcEndpointIds = [found.Id] }, cancellationToken).ConfigureAwait(false);
        if (answer.Unsuccessful?.FirstOrDefault() is { Error: { } error } && error.Code != "InvalidVpcEndpoint.NotFound" && error.Code != "InvalidVpcEndpointId.NotFound")
            throw new AmazonEC2Exception(error.Message) { ErrorCode = error.Code };
    }

    /// <summary>True for one that is not going or gone.</summary>
    internal static bool IsThere(VpcEndpoint endpoint) => !_gone.Contains(endpoint.State?.Value, StringComparer.OrdinalIgnoreCase);

    private static List<string> Wanted(ResourceWish wish) => wish.Properties.Texts("RouteTableIds");

    internal static async Task<List<VpcEndpoint>> SearchAsync(AppScope scope, List<Filter> filters, CancellationToken cancellationToken) =>
        (await scope.Ec2().DescribeVpcEndpointsAsync(new() { Filters = filters }, cancellationToken).ConfigureAwait(false)).VpcEndpoints ?? [];

    private static FoundResource Found(AppScope scope, VpcEndpoint endpoint) => new("AWS::EC2::VPCEndpoint", endpoint.VpcEndpointId)
    {
        Name = Ec2Search.NameOf(endpoint.Tags, endpoint.VpcEndpointId),
        LogicalId = Ec2Search.PartOf(endpoint.Tags),
        IsOwned = AppTags.IsOwned(scope, endpoint.Tags),
    };
}
