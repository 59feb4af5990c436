using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Takes a scaling policy away, and the alarms that it has made.</summary>
internal sealed class DeletePolicy : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string name = call.RequiredText("PolicyName");
        ScalingPolicy policy = ScalingState.Of(call.State).Policies.Current.Values.FirstOrDefault(policy => policy.Region == call.Region
            && (policy.Arn == name || (policy.Name == name && policy.GroupName == call.Text("AutoScalingGroupName")))) ?? throw ScalingErrors.Validation("PolicyName not found");
        ScalingPolicies.Delete(call.State, policy);
        return [];
    }
}
