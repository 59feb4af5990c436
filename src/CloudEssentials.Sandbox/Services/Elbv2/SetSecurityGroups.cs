using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Gives a load balancer other security groups.</summary>
internal sealed class SetSecurityGroups : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbLoadBalancer balancer = LoadBalancer(call);
        balancer = balancer with { SecurityGroupIds = ElbNetwork.SecurityGroups(call, balancer.VpcId) };
        ElbState.Of(call.State).LoadBalancers[balancer.Arn] = balancer;
        ElbNetwork.Attach(call.State, balancer);
        return new JsonObject { ["SecurityGroupIds"] = new JsonArray([.. balancer.SecurityGroupIds.Select(id => JsonValue.Create(id))]) };
    }
}
