using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>NAT gateways: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html.</summary>
internal sealed class NatGatewayDriver() : ResourceDriver("AWS::EC2::NatGateway")
{
    private const int MostGenerations = 20;

    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken) =>
        (await SearchAsync(wish.Scope, Ec2Search.Part(wish), cancellationToken).ConfigureAwait(false)).Where(IsThere).MinBy(gateway => gateway.NatGatewayId, StringComparer.Ordinal) is { } gateway
            ? Found(gateway)
            : null;

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateNatGatewayRequest request = new()
        {
            AllocationId = wish.Text("AllocationId"),
            SubnetId = wish.Text("SubnetId"),
            ConnectivityType = ConnectivityType.Public,
            TagSpecifications = AppTags.ForEc2(wish, ResourceType.Natgateway),
        };
        for (int generation = 1; generation <= MostGenerations; generation++)
        {
            request.ClientToken = ClientToken.Of(wish, generation, request.SubnetId, request.AllocationId);
            NatGateway gateway = (await wish.Scope.Ec2().CreateNatGatewayAsync(request, cancellationToken).ConfigureAwait(false)).NatGateway;
            // A token may stand for one that was deleted since.
            if (IsThere(gateway))
                return await WaitAsync(wish.Scope, Found(gateway), cancellationToken).ConfigureAwait(false);
        }

        throw Failed(wish.Resource.Name, "it failed again and again");
    }

    /// <inheritdoc/>
    public override Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken) => WaitAsync(wish.Scope, found, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) =>
        [.. (await SearchAsync(scope, Ec2Search.All(scope), cancellationToken).ConfigureAwait(false)).Where(gateway => gateway.State != NatGatewayState.Deleted && gateway.State != NatGatewayState.Failed).Select(Found)];

    /// <inheritdoc/>
    public override async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        await Eventually.UnlessGoneAsync(() => scope.Ec2().DeleteNatGatewayAsync(new() { NatGatewayId = found.Id }, cancellationToken), IsMissing).ConfigureAwait(false);
        await Eventually.AskAsync(
            async () => await GetAsync(scope, found.Id, cancellationToken).ConfigureAwait(false) is { } gateway && gateway.State != NatGatewayState.Deleted && gateway.State != NatGatewayState.Failed ? null : found,
            $"The deletion of {found.Id}",
            Release,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>True for one that works or is about to.</summary>
    internal static bool IsThere(NatGateway gateway) => gateway.State == NatGatewayState.Pending || gateway.State == NatGatewayState.Available;

    private static bool IsMissing(Amazon.Runtime.AmazonServiceException exception) => exception.ErrorCode is "NatGatewayNotFound" or "InvalidNatGatewayID.NotFound";

    /// <summary>NAT gateways by filters.</summary>
    internal static async Task<List<NatGateway>> SearchAsync(AppScope scope, List<Filter> filters, CancellationToken cancellationToken) =>
        (await scope.Ec2().DescribeNatGatewaysAsync(new() { Filter = filters }, cancellationToken).ConfigureAwait(false)).NatGateways ?? [];

    private static async Task<NatGateway?> GetAsync(AppScope scope, string id, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(() => scope.Ec2().DescribeNatGatewaysAsync(new() { NatGatewayIds = [id] }, cancellationToken), IsMissing).ConfigureAwait(false))?.NatGateways?.FirstOrDefault();

    private static async Task<FoundResource> WaitAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        await Eventually.AskAsync(
            async () =>
            {
                NatGateway? gateway = await GetAsync(scope, found.Id, cancellationToken).ConfigureAwait(false);
                return gateway is null || gateway.State == NatGatewayState.Pending ? null
                    : gateway.State == NatGatewayState.Available ? gateway
                    : throw Failed(found.Name, gateway.FailureMessage ?? $"its state is {gateway.State}");
            },
            $"The NAT gateway {found.Name}",
            Release,
            cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    private static CloudException Failed(string name, string reason) =>
        new("NatGatewayFailed", $"The NAT gateway {name} did not come about: {reason.TrimEnd('.')}.", CloudErrorCategory.ResourceUnavailable, name, "Run the same command again.");

    private static FoundResource Found(NatGateway gateway) => new("AWS::EC2::NatGateway", gateway.NatGatewayId)
    {
        Name = Ec2Search.NameOf(gateway.Tags, gateway.NatGatewayId),
        LogicalId = Ec2Search.PartOf(gateway.Tags),
        Attributes = new Dictionary<string, string> { ["NatGatewayId"] = gateway.NatGatewayId, ["SubnetId"] = gateway.SubnetId },
        Differences = gateway.State == NatGatewayState.Pending ? ["It is not ready yet."] : [],
    };
}
