using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>One attribute of a VPC.</summary>
internal sealed class DescribeVpcAttribute : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Vpc vpc = Ec2Kinds.Vpc.Require(call, call.RequiredText("VpcId"));
        (string name, bool value) = call.RequiredText("Attribute") switch
        {
            "enableDnsSupport" => ("EnableDnsSupport", vpc.DnsSupport),
            "enableDnsHostnames" => ("EnableDnsHostnames", vpc.DnsHostnames),
            _ => ("EnableNetworkAddressUsageMetrics", vpc.AddressUsageMetrics),
        };
        return new JsonObject { ["VpcId"] = vpc.Id, [name] = new JsonObject { ["Value"] = value } };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.Vpc, call.RequiredText("VpcId"))];
}
