using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Begins to replace a group's instances, some at a time.</summary>
internal sealed class StartInstanceRefresh : GroupSettings
{
    private const int DefaultMinHealthy = 90;
    private const int DefaultMaxHealthy = 100;

    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) => [];

    public override JsonObject Execute(OperationCall call)
    {
        ScalingState scaling = ScalingState.Of(call.State);
        ScalingGroup group = Changeable(call);
        if (scaling.ActiveRefresh(group) is not null)
        {
            throw new ServiceError("InstanceRefreshInProgress", $"An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.");
        }

        _ = (call.Text("Strategy") ?? "Rolling") == "Rolling" ? true : throw ScalingErrors.Validation("The sandbox refreshes instances with the strategy Rolling only");
        InstanceRefresh refresh = Read(call, group, call.Input["Preferences"] as JsonObject);
        List<string> replaced = [.. group.Alive.Where(member => !refresh.SkipsMatching || !RefreshKeeper.Matches(call.State, group, refresh.Template, member)).Select(member => member.Id)];
        scaling.Refreshes[refresh.Id] = refresh with { Remaining = [.. replaced], Total = replaced.Count };
        return new JsonObject { ["InstanceRefreshId"] = refresh.Id };
    }

    private static InstanceRefresh Read(OperationCall call, ScalingGroup group, JsonObject? preferences)
    {
        LaunchSource? template = call.Input["DesiredConfiguration"]?["LaunchTemplate"] is JsonObject named ? Find(call, named) : null;
        if (template is not null)
        {
            LaunchCheck.Require(call, template, group.SubnetIds[0]);
        }

        int least = Number(preferences, "MinHealthyPercentage") ?? DefaultMinHealthy;
        int most = Number(preferences, "MaxHealthyPercentage") ?? Math.Max(DefaultMaxHealthy, least);
        _ = least is >= 0 and <= 100 ? true : throw ScalingErrors.Validation("MinHealthyPercentage must be between 0 and 100");
        _ = most is >= 100 and <= 200 && most - least <= 100 ? true : throw ScalingErrors.Validation("MaxHealthyPercentage must be between 100 and 200, and at most 100 above MinHealthyPercentage");
        return new InstanceRefresh
        {
            Id = ScalingActivities.NewGuid(call.State),
            GroupArn = group.Arn,
            GroupName = group.Name,
            Status = InstanceRefresh.Pending,
            Start = call.Now,
            MinHealthy = least,
            MaxHealthy = most,
            Warmup = Number(preferences, "InstanceWarmup") ?? group.InstanceWarmup ?? group.GracePeriod,
            SkipsMatching = preferences?["SkipMatching"]?.GetValue<bool>() ?? false,
            Template = template,
        };
    }

    private static int? Number(JsonObject? preferences, string name) => preferences?[name] is { } value ? (int)value.GetValue<long>() : null;
}
