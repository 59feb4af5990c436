using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Takes a load balancer away, and its listeners with it. One that is not there is no fault.</summary>
internal sealed class DeleteLoadBalancer : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbState elb = ElbState.Of(call.State);
        string arn = call.RequiredText("LoadBalancerArn");
        if (!elb.LoadBalancers.TryGet(arn, out ElbLoadBalancer? balancer))
        {
            return [];
        }

        if (ElbAttributes.LoadBalancer.Value(balancer.Attributes, ElbAttributes.DeletionProtection) == "true")
        {
            throw new ServiceError("OperationNotPermitted", $"Load balancer '{arn}' cannot be deleted because deletion protection is enabled");
        }

        foreach (ElbListener listener in elb.Listeners.Current.Values.Where(listener => listener.LoadBalancerArn == arn).ToList())
        {
            elb.Listeners.Remove(listener.Arn);
        }

        ElbNetwork.Detach(call.State, balancer);
        elb.LoadBalancers.Remove(arn);
        return [];
    }
}
