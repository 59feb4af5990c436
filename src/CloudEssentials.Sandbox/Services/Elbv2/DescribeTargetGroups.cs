using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The target groups of a Region, or of a load balancer.</summary>
internal sealed class DescribeTargetGroups : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbState elb = ElbState.Of(call.State);
        IReadOnlyList<string> arns = call.Texts("TargetGroupArns");
        IReadOnlyList<string> names = call.Texts("Names");
        string? balancer = call.Text("LoadBalancerArn") is null ? null : LoadBalancer(call).Arn;
        _ = new[] { arns.Count > 0, names.Count > 0, balancer is not null }.Count(given => given) > 1
            ? throw ElbErrors.Validation("You cannot specify more than one of: load balancer ARN, target group names, target group ARNs")
            : true;
        List<ElbTargetGroup> here = [.. elb.TargetGroups.Seen.Values.Where(group => group.Region == call.Region)];
        if (arns.Except(here.Select(group => group.Arn)).Any() || names.Except(here.Select(group => group.Name)).Any())
        {
            throw new ServiceError("TargetGroupNotFound", "One or more target groups not found");
        }

        return Page(
            call,
            here.Where(group => (arns.Count == 0 || arns.Contains(group.Arn)) && (names.Count == 0 || names.Contains(group.Name))
                && (balancer is null || elb.LoadBalancersOf(group).Any(user => user.Arn == balancer))),
            "TargetGroups",
            group => ElbView.TargetGroup(call, group));
    }
}
