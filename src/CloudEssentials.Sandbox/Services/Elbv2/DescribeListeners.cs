using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The listeners of a load balancer, or those that are named.</summary>
internal sealed class DescribeListeners : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> arns = call.Texts("ListenerArns");
        string? balancer = call.Text("LoadBalancerArn") is null ? null : LoadBalancer(call).Arn;
        _ = arns.Count > 0 || balancer is not null ? true : throw ElbErrors.Validation("You must specify either listener ARNs or a load balancer ARN");
        List<ElbListener> here = [.. ElbState.Of(call.State).Listeners.Seen.Values.Where(listener => listener.Region == call.Region)];
        return arns.Except(here.Select(listener => listener.Arn)).Any()
            ? throw ElbErrors.NoListener()
            : Page(
                call,
                here.Where(listener => (arns.Count == 0 || arns.Contains(listener.Arn)) && (balancer is null || listener.LoadBalancerArn == balancer)),
                "Listeners",
                ElbView.Listener);
    }
}
