using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Elbv2;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Detaches target groups from a group; its instances are deregistered from them.</summary>
internal sealed class DetachLoadBalancerTargetGroups : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingGroup group = Changeable(call);
        IReadOnlyList<string> arns = call.Texts("TargetGroupARNs");
        _ = arns.All(group.TargetGroupArns.Contains) ? true : throw ScalingErrors.Validation("Trying to remove Target Groups that are not part of the group");
        foreach (string id in group.Instances.Keys)
        {
            foreach ((ElbTargetGroup targetGroup, ElbTarget target) in GroupHealth.TargetsOf(call.State, group, id).Where(found => arns.Contains(found.Group.Arn)).ToList())
            {
                Targets.Deregister(call.State, targetGroup, target);
            }
        }

        Put(call, group with { TargetGroupArns = group.TargetGroupArns.RemoveRange(arns) });
        return [];
    }
}
