using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Routes, of which a table has one a destination: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html.
/// </summary>
internal sealed class RouteDriver() : ResourceDriver("AWS::EC2::Route")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("RouteTableId") is not { } tableId || await RouteTableDriver.GetAsync(wish.Scope, tableId, cancellationToken).ConfigureAwait(false) is not { } table)
            return null;
        if ((table.Routes ?? []).FirstOrDefault(route => route.DestinationCidrBlock == wish.Text("DestinationCidrBlock")) is not { } route)
            return null;
        FoundResource found = Found(tableId, route.DestinationCidrBlock);
        bool leads = route.State != RouteState.Blackhole && (route.NatGatewayId ?? route.GatewayId) == (wish.Text("NatGatewayId") ?? wish.Text("GatewayId"));
        return leads ? found : found with { Differences = [$"It leads to {route.NatGatewayId ?? route.GatewayId ?? "somewhere else"}."] };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateRouteRequest request = new()
        {
            RouteTableId = wish.Text("RouteTableId"),
            DestinationCidrBlock = wish.Text("DestinationCidrBlock"),
            GatewayId = wish.Text("GatewayId"),
            NatGatewayId = wish.Text("NatGatewayId"),
        };
        FoundResource found = Found(request.RouteTableId!, request.DestinationCidrBlock!);
        bool isMade = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Ec2().CreateRouteAsync(request, cancellationToken),
            exception => exception.ErrorCode == "RouteAlreadyExists").ConfigureAwait(false) is not null;
        return isMade ? found : await UpdateAsync(wish, found, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        ReplaceRouteRequest request = new()
        {
            RouteTableId = wish.Text("RouteTableId"),
            DestinationCidrBlock = wish.Text("DestinationCidrBlock"),
            GatewayId = wish.Text("GatewayId"),
            NatGatewayId = wish.Text("NatGatewayId"),
        };
        await wish.Scope.Ec2().ReplaceRouteAsync(request, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<RouteTable> tables = await RouteTableDriver.SearchAsync(scope, Ec2Search.All(scope), cancellationToken).ConfigureAwait(false);
        return
        [
            .. from table in tables
               from route in table.Routes ?? []
               where route.Origin == RouteOrigin.CreateRoute && route.DestinationCidrBlock is not null
               select Found(table.RouteTableId, route.DestinationCidrBlock) with
               {
                   Name = $"{Ec2Search.NameOf(table.Tags, table.RouteTableId)} {route.DestinationCidrBlock}",
                   // A route has no tags: it is told by its table.
                   LogicalId = Ec2Search.PartOf(table.Tags).Replace("RouteTable", "Route", StringComparison.Ordinal),
               },
        ];
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => scope.Ec2().DeleteRouteAsync(new() { RouteTableId = found.GoesWith, DestinationCidrBlock = found.Id.Split('|')[1] }, cancellationToken),
        exception => exception.ErrorCode == "InvalidRoute.NotFound" || RouteTableDriver.IsMissing(exception));

    private static FoundResource Found(string tableId, string destination) => new("AWS::EC2::Route", $"{tableId}|{destination}") { GoesWith = tableId };
}
