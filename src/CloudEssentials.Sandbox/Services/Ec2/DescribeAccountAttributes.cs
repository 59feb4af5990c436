using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What a Region gives the account: its default VPC, and how much of some things.</summary>
internal sealed class DescribeAccountAttributes : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> names = call.Texts("AttributeNames");
        (string Name, string Value)[] attributes =
        [
            ("supported-platforms", "VPC"),
            ("vpc-max-security-groups-per-interface", "5"),
            ("max-elastic-ips", "5"),
            ("max-instances", "20"),
            ("vpc-max-elastic-ips", "5"),
            ("default-vpc", Networks.DefaultVpc(call.State, call.Region)?.Id ?? "none"),
        ];
        return new JsonObject
        {
            ["AccountAttributes"] = new JsonArray([.. attributes.Where(attribute => names.Count == 0 || names.Contains(attribute.Name)).Select(attribute => new JsonObject
            {
                ["AttributeName"] = attribute.Name,
                ["AttributeValues"] = new JsonArray(new JsonObject { ["AttributeValue"] = attribute.Value }),
            })]),
        };
    }
}
