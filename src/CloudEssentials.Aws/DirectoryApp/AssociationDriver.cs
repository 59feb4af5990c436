using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// The route tables of subnets: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html.
/// They go with the subnet.
/// </summary>
internal sealed class AssociationDriver() : ResourceDriver("AWS::EC2::SubnetRouteTableAssociation")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("SubnetId") is not { } subnetId)
            return null;
        List<RouteTable> tables = await RouteTableDriver.SearchAsync(wish.Scope, [new("association.subnet-id", [subnetId])], cancellationToken).ConfigureAwait(false);
        RouteTableAssociation? association = tables.SelectMany(table => table.Associations ?? []).FirstOrDefault(association => association.SubnetId == subnetId);
        if (association is null)
            return null;
        FoundResource found = Found(association.RouteTableAssociationId);
        return association.RouteTableId == wish.Text("RouteTableId") ? found : found with { Differences = [$"The subnet has the routes of {association.RouteTableId}."] };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        AssociateRouteTableRequest request = new() { SubnetId = wish.Text("SubnetId"), RouteTableId = wish.Text("RouteTableId") };
        AssociateRouteTableResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Ec2().AssociateRouteTableAsync(request, cancellationToken),
            exception => exception.ErrorCode == "Resource.AlreadyAssociated").ConfigureAwait(false);
        return answer is null ? await SeeAsync(wish, cancellationToken).ConfigureAwait(false) : Found(answer.AssociationId);
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        await DissolveAsync(wish.Scope, found.Id, cancellationToken).ConfigureAwait(false);
        return await CreateAsync(wish, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a subnet's routes away.</summary>
    internal static Task DissolveAsync(AppScope scope, string associationId, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => scope.Ec2().DisassociateRouteTableAsync(new() { AssociationId = associationId }, cancellationToken),
        exception => exception.ErrorCode == "InvalidAssociationID.NotFound");

    private static FoundResource Found(string associationId) => new("AWS::EC2::SubnetRouteTableAssociation", associationId);
}
