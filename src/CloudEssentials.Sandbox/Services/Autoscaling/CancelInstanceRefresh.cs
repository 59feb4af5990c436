using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Ends an instance refresh; what it has replaced stays replaced.</summary>
internal sealed class CancelInstanceRefresh : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingState scaling = ScalingState.Of(call.State);
        if (scaling.ActiveRefresh(Group(call)) is not { Status: InstanceRefresh.Pending or InstanceRefresh.InProgress } refresh)
        {
            throw new ServiceError("ActiveInstanceRefreshNotFound", "No in progress or pending Instance Refresh found for Auto Scaling group " + call.RequiredText("AutoScalingGroupName"));
        }

        scaling.Refreshes[refresh.Id] = refresh with { Status = InstanceRefresh.Cancelling };
        return new JsonObject { ["InstanceRefreshId"] = refresh.Id };
    }
}
