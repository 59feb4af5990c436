using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of VPC endpoints.</summary>
internal static class VpcEndpoints
{
    private const string FullAccess = """{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";

    public static JsonObject Write(OperationCall call, Ec2VpcEndpoint endpoint) => new()
    {
        ["VpcEndpointId"] = endpoint.Id,
        ["VpcEndpointType"] = endpoint.Type,
        ["VpcId"] = endpoint.VpcId,
        ["ServiceName"] = endpoint.ServiceName,
        ["ServiceRegion"] = endpoint.Region,
        ["State"] = StateOf(call, endpoint),
        ["PolicyDocument"] = endpoint.Policy ?? FullAccess,
        ["RouteTableIds"] = Texts(endpoint.RouteTableIds),
        ["SubnetIds"] = Texts(endpoint.SubnetIds),
        ["Groups"] = new JsonArray([.. endpoint.SecurityGroupIds.Select(id => NetworkInterfaces.Group(call.State, id))]),
        ["NetworkInterfaceIds"] = Texts(endpoint.NetworkInterfaceIds),
        ["DnsEntries"] = DnsEntries(endpoint),
        ["PrivateDnsEnabled"] = endpoint.PrivateDns,
        ["IpAddressType"] = "ipv4",
        ["RequesterManaged"] = false,
        ["CreationTimestamp"] = endpoint.Created,
        ["OwnerId"] = call.AccountId,
        ["Tags"] = Ec2Tags.Write(endpoint),
    };

    // A gateway endpoint is a route and there at once; an interface endpoint takes its time. EC2 writes its states in lower case, whatever the model says.
    private static string StateOf(OperationCall call, Ec2VpcEndpoint endpoint) =>
        endpoint.Type == "Interface" && call.Now < endpoint.Created + call.State.Options.Timings.VpcEndpointPending ? "pending" : "available";

    private static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static JsonArray DnsEntries(Ec2VpcEndpoint endpoint)
    {
        string service = endpoint.ServiceName.Split('.', 4)[^1];
        return endpoint.Type != "Interface" ? [] : new JsonArray(new JsonObject { ["DnsName"] = $"{endpoint.Id}.{service}.{endpoint.Region}.vpce.amazonaws.com" });
    }
}
