using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Elbv2;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Attaches target groups to a group; its instances in service are registered with them.</summary>
internal sealed class AttachLoadBalancerTargetGroups : GroupSettings
{
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) => [];

    public override JsonObject Execute(OperationCall call)
    {
        ScalingGroup group = Changeable(call);
        foreach (string arn in TargetGroups(call).Except(group.TargetGroupArns))
        {
            group = group with { TargetGroupArns = group.TargetGroupArns.Add(arn) };
            ElbTargetGroup targetGroup = ElbState.Of(call.State).TargetGroups[arn];
            foreach (ScalingInstance member in group.Alive.Where(member => member.Phase == ScalingPhase.InService))
            {
                Targets.Register(call.State, targetGroup, member.Id, targetGroup.Port);
            }
        }

        Put(call, group);
        return [];
    }
}
