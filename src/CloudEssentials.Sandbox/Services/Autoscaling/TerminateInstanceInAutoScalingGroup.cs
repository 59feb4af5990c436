using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Ends an instance of a group, which replaces it unless it is to have one less.</summary>
internal sealed class TerminateInstanceInAutoScalingGroup : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string id = call.RequiredText("InstanceId");
        ScalingGroup group = ScalingState.Of(call.State).Groups.Current.Values.FirstOrDefault(group => group.Region == call.Region && group.Instances.ContainsKey(id))
            ?? throw ScalingErrors.Validation($"Instance Id not found - No managed instance found for instance ID {id}");
        ScalingInstance member = group.Instances[id];
        _ = member.Phase != ScalingPhase.Terminating ? true : throw ScalingErrors.InProgress($"Instance {id} is already being terminated.");
        bool shrinks = call.Input["ShouldDecrementDesiredCapacity"]!.GetValue<bool>();
        _ = !shrinks || group.Desired > group.MinSize
            ? true
            : throw ScalingErrors.Validation("Currently, desiredSize equals minSize. Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.");
        string change = shrinks ? $", shrinking the capacity from {group.Desired} to {group.Desired - 1}." : ".";
        group = GroupRetirement.Begin(call.State, group, member, $"At {ScalingActivities.Stamp(call.Now)} instance {id} was taken out of service in response to a user request{change}");
        Put(call, shrinks ? group with { Desired = group.Desired - 1 } : group);
        return new JsonObject { ["Activity"] = GroupView.Activity(call.State, ScalingState.Of(call.State).Activities[group.Instances[id].ActivityId]) };
    }
}
