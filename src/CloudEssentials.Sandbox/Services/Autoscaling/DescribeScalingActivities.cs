using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>What groups have done, the latest first.</summary>
internal sealed class DescribeScalingActivities : ScalingOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string? name = call.Text("AutoScalingGroupName");
        IReadOnlyList<string> ids = call.Texts("ActivityIds");
        ScalingState scaling = ScalingState.Of(call.State);
        string? arn = name is null ? null : scaling.Find(call.Region, name)?.Arn;
        _ = name is not null && arn is null && !call.Flag("IncludeDeletedGroups") ? throw ScalingErrors.NoGroup(name) : true;
        IEnumerable<ScalingActivity> activities = scaling.Activities.Seen.Values
            .Where(activity => activity.GroupArn.Split(':')[3] == call.Region)
            .Where(activity => name is null || activity.GroupName == name)
            .Where(activity => call.Flag("IncludeDeletedGroups") || scaling.Groups.Contains(activity.GroupArn))
            .Where(activity => ids.Count == 0 || ids.Contains(activity.Id));

        // The latest first: the larger the number, the smaller the key.
        return Pages.Cut(
            call, activities, activity => (long.MaxValue - activity.Number).ToString("D19", CultureInfo.InvariantCulture), "Activities", activity => GroupView.Activity(call.State, activity));
    }
}
