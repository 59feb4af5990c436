using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Sets how many instances a group is to have.</summary>
internal sealed class SetDesiredCapacity : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        ScalingGroup group = Changeable(call);
        int desired = call.Number("DesiredCapacity")!.Value;
        _ = desired <= group.MaxSize ? true : throw ScalingErrors.Validation($"New SetDesiredCapacity value {desired} is above max value {group.MaxSize} for the AutoScalingGroup.");
        _ = desired >= group.MinSize ? true : throw ScalingErrors.Validation($"New SetDesiredCapacity value {desired} is below min value {group.MinSize} for the AutoScalingGroup.");
        if (call.Flag("HonorCooldown") && ScalingState.Of(call.State).Activities.Current.Values
            .Any(activity => activity.GroupArn == group.Arn && activity.End?.AddSeconds(group.Cooldown) > call.Now))
        {
            throw ScalingErrors.InProgress("The group is cooling down after a scaling activity.");
        }

        if (desired != group.Desired)
        {
            string cause = $"At {ScalingActivities.Stamp(call.Now)} a user request explicitly set group desired capacity changing the desired capacity from {group.Desired} to {desired}.";
            Put(call, group with { Desired = desired, Cause = cause, RetryAt = null });
        }

        return [];
    }
}
