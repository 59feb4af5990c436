using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Subnets, of which a VPC has one with the same addresses: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html.</summary>
internal sealed class SubnetDriver() : ResourceDriver("AWS::EC2::Subnet")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("VpcId") is not { } vpcId)
            return null;
        List<Filter> filters = [new("vpc-id", [vpcId]), new("cidr-block", [wish.Text("CidrBlock")])];
        if ((await SearchAsync(wish.Scope, filters, cancellationToken).ConfigureAwait(false)).FirstOrDefault() is not { } subnet)
            return null;
        if (wish.Text("AvailabilityZone") is { } zone && subnet.AvailabilityZone != zone)
            throw Fixed(wish, $"it is in {subnet.AvailabilityZone}, and {zone} is wanted.");
        FoundResource found = Found(wish.Scope, subnet);
        return (subnet.MapPublicIpOnLaunch ?? false) == wish.Properties.Flag("MapPublicIpOnLaunch")
            ? found
            : found with { Differences = [wish.Properties.Flag("MapPublicIpOnLaunch") ? "It gives instances no public addresses." : "It gives instances public addresses."] };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateSubnetRequest request = new()
        {
            VpcId = wish.Text("VpcId"),
            CidrBlock = wish.Text("CidrBlock"),
            AvailabilityZone = wish.Text("AvailabilityZone"),
            TagSpecifications = AppTags.ForEc2(wish, ResourceType.Subnet),
        };
        CreateSubnetResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Ec2().CreateSubnetAsync(request, cancellationToken),
            exception => exception.ErrorCode == "InvalidSubnet.Conflict").ConfigureAwait(false);
        FoundResource stands = answer is null ? await SeeAsync(wish, cancellationToken).ConfigureAwait(false) : Found(wish.Scope, answer.Subnet);
        bool differs = answer is null ? stands.Differences.Count > 0 : wish.Properties.Flag("MapPublicIpOnLaunch");
        return differs ? await UpdateAsync(wish, stands, cancellationToken).ConfigureAwait(false) : stands;
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        ModifySubnetAttributeRequest request = new() { SubnetId = found.Id, MapPublicIpOnLaunch = wish.Properties.Flag("MapPublicIpOnLaunch") };
        await Eventually.CallAsync(() => wish.Scope.Ec2().ModifySubnetAttributeAsync(request, cancellationToken), IsMissing, Lag, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) =>
        [.. (await SearchAsync(scope, Ec2Search.All(scope), cancellationToken).ConfigureAwait(false)).Select(subnet => Found(scope, subnet))];

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => Eventually.CallAsync(
            () => scope.Ec2().DeleteSubnetAsync(new() { SubnetId = found.Id }, cancellationToken),
            exception => exception.ErrorCode == "DependencyViolation",
            Release,
            cancellationToken),
        IsMissing);

    private static bool IsMissing(Amazon.Runtime.AmazonServiceException exception) => exception.ErrorCode == "InvalidSubnetID.NotFound";

    /// <summary>Subnets by filters.</summary>
    internal static async Task<List<Subnet>> SearchAsync(AppScope scope, List<Filter> filters, CancellationToken cancellationToken) =>
        (await scope.Ec2().DescribeSubnetsAsync(new() { Filters = filters }, cancellationToken).ConfigureAwait(false)).Subnets ?? [];

    private static FoundResource Found(AppScope scope, Subnet subnet) => new("AWS::EC2::Subnet", subnet.SubnetId)
    {
        Name = Ec2Search.NameOf(subnet.Tags, subnet.SubnetId),
        LogicalId = Ec2Search.PartOf(subnet.Tags),
        Attributes = new Dictionary<string, string> { ["SubnetId"] = subnet.SubnetId, ["VpcId"] = subnet.VpcId, ["AvailabilityZone"] = subnet.AvailabilityZone, ["CidrBlock"] = subnet.CidrBlock },
        IsOwned = AppTags.IsOwned(scope, subnet.Tags),
    };
}
