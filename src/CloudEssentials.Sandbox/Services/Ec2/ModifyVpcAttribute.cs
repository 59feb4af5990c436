using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Changes an attribute of a VPC.</summary>
internal sealed class ModifyVpcAttribute() : ModifyAttributeOperation(Ec2Kinds.Vpc, "VpcId")
{
    protected override JsonObject Modify(OperationCall call, string attribute)
    {
        Ec2Vpc vpc = Ec2Kinds.Vpc.Require(call, call.RequiredText("VpcId"), out ResourceTable<Ec2Vpc> vpcs);
        bool isOn = IsOn(call, attribute);
        if (attribute == "EnableDnsHostnames" && isOn && !vpc.DnsSupport)
        {
            throw new ServiceError("InvalidParameterCombination", $"DNS hostnames can be enabled only where DNS support is: vpc '{vpc.Id}' has none.");
        }

        vpcs[vpc.Id] = attribute switch
        {
            "EnableDnsHostnames" => vpc with { DnsHostnames = isOn },
            "EnableDnsSupport" => vpc with { DnsSupport = isOn },
            _ => vpc with { AddressUsageMetrics = isOn },
        };
        return [];
    }
}
