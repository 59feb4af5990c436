using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Takes a target group away that no listener uses. One that is not there is no fault.</summary>
internal sealed class DeleteTargetGroup : ElbOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbState elb = ElbState.Of(call.State);
        string arn = call.RequiredText("TargetGroupArn");
        if (!elb.TargetGroups.TryGet(arn, out ElbTargetGroup? group))
        {
            return [];
        }

        if (elb.ListenersOf(group).Any())
        {
            throw new ServiceError("ResourceInUse", $"Target group '{arn}' is currently in use by a listener or a rule");
        }

        foreach (ElbTarget target in elb.TargetsOf(arn).ToList())
        {
            elb.Targets.Remove(target.Key);
        }

        elb.TargetGroups.Remove(arn);
        return [];
    }
}
