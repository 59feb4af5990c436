using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Elastic IP addresses: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html.</summary>
internal sealed class AddressDriver() : ResourceDriver("AWS::EC2::EIP")
{
    private const string AllocationId = "AllocationId";

    /// <inheritdoc/>
    public override bool IsNameless => true;

    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken) =>
        (await SearchAsync(wish.Scope, Ec2Search.Part(wish), cancellationToken).ConfigureAwait(false))
            .OrderBy(address => address.AssociationId is null)
            .ThenBy(address => address.AllocationId, StringComparer.Ordinal)
            .FirstOrDefault() is { } address
            ? Found(address.PublicIp, address.AllocationId, address.Tags)
            : null;

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        AllocateAddressRequest request = new() { Domain = DomainType.Vpc, TagSpecifications = AppTags.ForEc2(wish, ResourceType.ElasticIp) };
        AllocateAddressResponse made = await wish.Scope.Ec2().AllocateAddressAsync(request, cancellationToken).ConfigureAwait(false);
        return Found(made.PublicIp, made.AllocationId, tags: null) with { Name = wish.Resource.Name, IsNew = true };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) =>
        [.. (await SearchAsync(scope, Ec2Search.All(scope), cancellationToken).ConfigureAwait(false)).Select(address => Found(address.PublicIp, address.AllocationId, address.Tags))];

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        // A NAT gateway lets go of its address a moment after it is gone.
        () => Eventually.CallAsync(
            () => scope.Ec2().ReleaseAddressAsync(new() { AllocationId = found.Attributes[AllocationId] }, cancellationToken),
            exception => exception.ErrorCode is "InvalidIPAddress.InUse" or "AuthFailure",
            Lag,
            cancellationToken),
        exception => exception.ErrorCode is "InvalidAllocationID.NotFound" or "InvalidAddress.NotFound");

    private static async Task<List<Address>> SearchAsync(AppScope scope, List<Filter> filters, CancellationToken cancellationToken) =>
        (await scope.Ec2().DescribeAddressesAsync(new() { Filters = filters }, cancellationToken).ConfigureAwait(false)).Addresses ?? [];

    private static FoundResource Found(string address, string allocationId, List<Tag>? tags) => new("AWS::EC2::EIP", address)
    {
        Name = Ec2Search.NameOf(tags, address),
        LogicalId = Ec2Search.PartOf(tags),
        Attributes = new Dictionary<string, string> { [AllocationId] = allocationId, ["PublicIp"] = address },
    };
}
