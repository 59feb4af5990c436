using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The attributes of a load balancer.</summary>
internal sealed class DescribeLoadBalancerAttributes : ElbOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["Attributes"] = ElbAttributes.LoadBalancer.Write(LoadBalancer(call).Attributes) };
}
