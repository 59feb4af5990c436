using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Elbv2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The target groups of a group, and how far they are in service for it.</summary>
internal sealed class DescribeLoadBalancerTargetGroups : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingGroup group = Group(call);
        return Pages.Cut(call, group.TargetGroupArns, arn => arn, "LoadBalancerTargetGroups", arn => new JsonObject
        {
            ["LoadBalancerTargetGroupARN"] = arn,
            ["State"] = StateOf(call.State, group, arn),
        });
    }

    private static string StateOf(SandboxState state, ScalingGroup group, string arn)
    {
        List<string> health = [.. group.Alive
            .SelectMany(member => GroupHealth.TargetsOf(state, group, member.Id))
            .Where(found => found.Group.Arn == arn)
            .Select(found => TargetHealth.Words(state, found.Group, found.Target).State)];
        return health.Contains("healthy") ? "InService" : "Added";
    }
}
