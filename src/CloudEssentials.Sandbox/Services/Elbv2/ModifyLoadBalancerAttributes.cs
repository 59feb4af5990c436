using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Changes attributes of a load balancer.</summary>
internal sealed class ModifyLoadBalancerAttributes : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbLoadBalancer balancer = LoadBalancer(call);
        balancer = balancer with { Attributes = ElbAttributes.LoadBalancer.Change(balancer.Attributes, call) };
        ElbState.Of(call.State).LoadBalancers[balancer.Arn] = balancer;
        return new JsonObject { ["Attributes"] = ElbAttributes.LoadBalancer.Write(balancer.Attributes) };
    }
}
