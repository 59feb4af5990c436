using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The load balancers of a Region.</summary>
internal sealed class DescribeLoadBalancers : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> arns = call.Texts("LoadBalancerArns");
        IReadOnlyList<string> names = call.Texts("Names");
        _ = arns.Count > 0 && names.Count > 0 ? throw ElbErrors.Validation("Load balancer names and load balancer ARNs cannot be specified at the same time") : true;
        List<ElbLoadBalancer> here = [.. ElbState.Of(call.State).LoadBalancers.Seen.Values.Where(balancer => balancer.Region == call.Region)];
        List<string> missing = [.. arns.Except(here.Select(balancer => balancer.Arn)), .. names.Except(here.Select(balancer => balancer.Name))];
        return missing.Count > 0
            ? throw new ServiceError("LoadBalancerNotFound", $"Load balancers '[{string.Join(", ", missing)}]' not found")
            : Page(
                call,
                here.Where(balancer => (arns.Count == 0 || arns.Contains(balancer.Arn)) && (names.Count == 0 || names.Contains(balancer.Name))),
                "LoadBalancers",
                balancer => ElbView.LoadBalancer(call, balancer));
    }
}
