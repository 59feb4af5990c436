using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Internet gateways in their VPCs: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html.
/// They are detached when the gateway is deleted.
/// </summary>
internal sealed class GatewayAttachmentDriver() : ResourceDriver("AWS::EC2::VPCGatewayAttachment")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("InternetGatewayId") is not { } gatewayId || wish.Text("VpcId") is not { } vpcId)
            return null;
        InternetGateway? gateway = await InternetGatewayDriver.GetAsync(wish.Scope, gatewayId, cancellationToken).ConfigureAwait(false);
        return (gateway?.Attachments ?? []) switch
        {
            [] => null,
            var attachments when attachments.Any(attachment => attachment.VpcId == vpcId) => Found(gatewayId, vpcId),
            [var other, ..] => throw Fixed(wish, $"the gateway hangs in {other.VpcId}."),
        };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        AttachInternetGatewayRequest request = new() { InternetGatewayId = wish.Text("InternetGatewayId"), VpcId = wish.Text("VpcId") };
        bool isMade = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Ec2().AttachInternetGatewayAsync(request, cancellationToken),
            exception => exception.ErrorCode is "Resource.AlreadyAssociated" or "InvalidParameterValue").ConfigureAwait(false) is not null;
        return isMade ? Found(request.InternetGatewayId!, request.VpcId!) : await SeeAsync(wish, cancellationToken).ConfigureAwait(false);
    }

    private static FoundResource Found(string gatewayId, string vpcId) => new("AWS::EC2::VPCGatewayAttachment", $"{gatewayId}|{vpcId}") { GoesWith = gatewayId };
}
