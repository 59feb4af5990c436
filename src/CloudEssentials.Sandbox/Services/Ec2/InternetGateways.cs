using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of internet gateways.</summary>
internal static class InternetGateways
{
    // EC2 says 'available' of an attachment that the model's other users call 'attached'.
    public static JsonObject Write(OperationCall call, Ec2InternetGateway gateway) => new()
    {
        ["InternetGatewayId"] = gateway.Id,
        ["OwnerId"] = call.AccountId,
        ["Attachments"] = gateway.VpcId is null ? new JsonArray() : new JsonArray(new JsonObject { ["State"] = "available", ["VpcId"] = gateway.VpcId }),
        ["Tags"] = Ec2Tags.Write(gateway),
    };
}
