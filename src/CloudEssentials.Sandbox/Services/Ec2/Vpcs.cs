using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What several operations need of VPCs.</summary>
internal static class Vpcs
{
    /// <summary>The set of DHCP options that a Region has from the start.</summary>
    public static string DhcpOptions(SandboxState state, string region) =>
        "dopt-" + IdGenerator.Make(state.Account.Value.Seed, $"dhcp-options:{region}", 0, 17, IdGenerator.Hexadecimal);

    public static JsonObject Write(OperationCall call, Ec2Vpc vpc, string state = "available") => new()
    {
        ["VpcId"] = vpc.Id,
        ["OwnerId"] = call.AccountId,
        ["State"] = state,
        ["CidrBlock"] = vpc.CidrBlock,
        ["CidrBlockAssociationSet"] = new JsonArray(new JsonObject
        {
            ["AssociationId"] = $"vpc-cidr-assoc-{vpc.Id[Ec2Kinds.Vpc.Prefix.Length..]}",
            ["CidrBlock"] = vpc.CidrBlock,
            ["CidrBlockState"] = new JsonObject { ["State"] = "associated" },
        }),
        ["Ipv6CidrBlockAssociationSet"] = new JsonArray(),
        ["DhcpOptionsId"] = DhcpOptions(call.State, vpc.Region),
        ["InstanceTenancy"] = vpc.Tenancy,
        ["IsDefault"] = vpc.IsDefault,
        ["BlockPublicAccessStates"] = BlockPublicAccess(),
        ["Tags"] = Ec2Tags.Write(vpc),
    };

    public static JsonObject BlockPublicAccess() => new() { ["InternetGatewayBlockMode"] = "off" };
}
