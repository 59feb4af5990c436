using Amazon.EC2;
using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Internet gateways: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-internetgateway.html.</summary>
internal sealed class InternetGatewayDriver() : ResourceDriver("AWS::EC2::InternetGateway")
{
    /// <inheritdoc/>
    public override bool IsNameless => true;

    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken) =>
        (await SearchAsync(wish.Scope, new() { Filters = Ec2Search.Part(wish) }, cancellationToken).ConfigureAwait(false)).MinBy(gateway => gateway.InternetGatewayId, StringComparer.Ordinal) is { } found
            ? Found(found)
            : null;

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateInternetGatewayRequest request = new() { TagSpecifications = AppTags.ForEc2(wish, ResourceType.InternetGateway) };
        return Found((await wish.Scope.Ec2().CreateInternetGatewayAsync(request, cancellationToken).ConfigureAwait(false)).InternetGateway) with { IsNew = true };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) =>
        [.. (await SearchAsync(scope, new() { Filters = Ec2Search.All(scope) }, cancellationToken).ConfigureAwait(false)).Select(Found)];

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        // Addresses of what has just gone are mapped for a while yet, and searches may hide that it is attached.
        () => Eventually.CallAsync(() => DeleteOnceAsync(scope, found.Id, cancellationToken), exception => exception.ErrorCode == "DependencyViolation", Release, cancellationToken),
        IsMissing);

    /// <summary>The gateway of an id, or null.</summary>
    internal static async Task<InternetGateway?> GetAsync(AppScope scope, string id, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(() => SearchAsync(scope, new() { InternetGatewayIds = [id] }, cancellationToken), IsMissing).ConfigureAwait(false))?.FirstOrDefault();

    private static bool IsMissing(Amazon.Runtime.AmazonServiceException exception) => exception.ErrorCode == "InvalidInternetGatewayID.NotFound";

    private static async Task<List<InternetGateway>> SearchAsync(AppScope scope, DescribeInternetGatewaysRequest request, CancellationToken cancellationToken) =>
        (await scope.Ec2().DescribeInternetGatewaysAsync(request, cancellationToken).ConfigureAwait(false)).InternetGateways ?? [];

    private static async Task<DeleteInternetGatewayResponse> DeleteOnceAsync(AppScope scope, string id, CancellationToken cancellationToken)
    {
        foreach (InternetGatewayAttachment attachment in (await GetAsync(scope, id, cancellationToken).ConfigureAwait(false))?.Attachments ?? [])
        {
            await Eventually.UnlessGoneAsync(
                () => scope.Ec2().DetachInternetGatewayAsync(new() { InternetGatewayId = id, VpcId = attachment.VpcId }, cancellationToken),
                exception => exception.ErrorCode is "Gateway.NotAttached" or "InvalidVpcID.NotFound").ConfigureAwait(false);
        }

        return await scope.Ec2().DeleteInternetGatewayAsync(new() { InternetGatewayId = id }, cancellationToken).ConfigureAwait(false);
    }

    private static FoundResource Found(InternetGateway gateway) => new("AWS::EC2::InternetGateway", gateway.InternetGatewayId)
    {
        Name = Ec2Search.NameOf(gateway.Tags, gateway.InternetGatewayId),
        LogicalId = Ec2Search.PartOf(gateway.Tags),
        Attributes = new Dictionary<string, string> { ["InternetGatewayId"] = gateway.InternetGatewayId },
    };
}
