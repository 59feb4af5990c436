using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Changes an attribute of a subnet.</summary>
internal sealed class ModifySubnetAttribute() : ModifyAttributeOperation(Ec2Kinds.Subnet, "SubnetId")
{
    protected override JsonObject Modify(OperationCall call, string attribute)
    {
        Ec2Subnet subnet = Ec2Kinds.Subnet.Require(call, call.RequiredText("SubnetId"), out ResourceTable<Ec2Subnet> subnets);
        Ec2Subnet? changed = attribute switch
        {
            "MapPublicIpOnLaunch" => subnet with { MapsPublicIp = IsOn(call, attribute) },
            "PrivateDnsHostnameTypeOnLaunch" => subnet with { HostnameType = call.RequiredText(attribute) },
            "EnableResourceNameDnsARecordOnLaunch" => subnet with { AnswersResourceNames = IsOn(call, attribute) },
            _ => null,
        };
        if (changed is null)
        {
            Refuse(call, attribute);
        }

        subnets[subnet.Id] = changed ?? subnet;
        return [];
    }
}
