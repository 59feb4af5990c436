using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Gives a load balancer other subnets of its VPC.</summary>
internal sealed class SetSubnets : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbLoadBalancer balancer = LoadBalancer(call);
        IReadOnlyList<Ec2Subnet> subnets = ElbNetwork.Subnets(call);
        _ = subnets[0].VpcId == balancer.VpcId
            ? true
            : throw ElbErrors.Configuration($"The subnets must belong to the VPC of the load balancer: '{balancer.VpcId}'");
        ElbNetwork.RequireUsable(call, subnets.Where(subnet => !balancer.SubnetIds.Contains(subnet.Id)), balancer.Scheme == "internet-facing");
        balancer = balancer with { SubnetIds = [.. subnets.Select(subnet => subnet.Id)], IpAddressType = call.Text("IpAddressType") ?? balancer.IpAddressType };
        ElbState.Of(call.State).LoadBalancers[balancer.Arn] = balancer;
        ElbNetwork.Attach(call.State, balancer);
        return new JsonObject { ["AvailabilityZones"] = ElbView.Zones(call.State, balancer), ["IpAddressType"] = balancer.IpAddressType };
    }
}
