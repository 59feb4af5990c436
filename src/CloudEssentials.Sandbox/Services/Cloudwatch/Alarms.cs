using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Autoscaling;
using CloudEssentials.Sandbox.Services.Sns;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>Makes and finds alarms: for PutMetricAlarm, and for services that make them on the account's behalf.</summary>
internal static class Alarms
{
    private const int MaximumTags = 50;

    private static readonly string[] Lists = ["OKActions", "AlarmActions", "InsufficientDataActions", "Dimensions"];

    public static string Arn(SandboxState state, string region, string name) =>
        $"arn:{Partitions.Of(region)}:cloudwatch:{region}:{state.Account.Value.AccountId}:alarm:{name}";

    /// <summary>Makes an alarm, or changes the one of that name, whose state stays as it is.</summary>
    public static void Put(SandboxState state, string region, JsonObject settings, ImmutableSortedDictionary<string, string> tags)
    {
        settings["ActionsEnabled"] ??= true;
        foreach (string list in Lists)
        {
            settings[list] ??= new JsonArray();
        }

        string name = settings["AlarmName"]!.GetValue<string>();
        AlarmState known = AlarmState.Of(state);
        CloudAlarm alarm = known.Alarms.TryGet($"{region}/{name}", out CloudAlarm? before)
            ? before with { Settings = JsonSerializer.SerializeToElement(settings), Configured = state.Now }
            : new CloudAlarm
            {
                Name = name,
                Region = region,
                Arn = Arn(state, region, name),
                Settings = JsonSerializer.SerializeToElement(settings),
                Configured = state.Now,
                StateSince = state.Now,
                Transitioned = state.Now,
                Tags = tags,
            };
        known.Alarms[alarm.Key] = alarm;
    }

    public static void Remove(SandboxState state, string region, string name) => AlarmState.Of(state).Alarms.Remove($"{region}/{name}");

    public static CloudAlarm? Find(SandboxState state, string region, string name) => AlarmState.Of(state).Alarms.TryGet($"{region}/{name}", out CloudAlarm? alarm) ? alarm : null;

    /// <summary>The alarm whose tags a call is about.</summary>
    /// <exception cref="ServiceError">ResourceNotFoundException.</exception>
    public static CloudAlarm Tagged(OperationCall call)
    {
        string arn = call.RequiredText("ResourceARN");
        return AlarmState.Of(call.State).Alarms.Current.Values.FirstOrDefault(alarm => alarm.Arn == arn && alarm.Region == call.Region)
            ?? throw new ServiceError("ResourceNotFoundException", $"Unknown resource {arn}", 404);
    }

    /// <summary>The tags of a call, on top of those that are there.</summary>
    public static ImmutableSortedDictionary<string, string> Tags(OperationCall call, ImmutableSortedDictionary<string, string> known)
    {
        ImmutableSortedDictionary<string, string> all = known.SetItems(call.Structures("Tags").Select(tag => KeyValuePair.Create(tag["Key"]!.GetValue<string>(), tag["Value"]!.GetValue<string>())));
        return all.Count > MaximumTags ? throw new ServiceError("InvalidParameterValue", $"An alarm may have {MaximumTags} tags at most") : all;
    }

    public static JsonObject Write(CloudAlarm alarm)
    {
        JsonObject written = JsonObject.Create(alarm.Settings)!.DeepClone().AsObject();
        written["AlarmArn"] = alarm.Arn;
        written["AlarmConfigurationUpdatedTimestamp"] = alarm.Configured;
        written["StateValue"] = alarm.State;
        written["StateReason"] = alarm.Reason;
        written["StateReasonData"] = alarm.ReasonData;
        written["StateUpdatedTimestamp"] = alarm.StateSince;
        written["StateTransitionedTimestamp"] = alarm.Transitioned;
        return written;
    }

    /// <summary>Puts an alarm into a state, and does what it is to do where that is another.</summary>
    public static void SetState(SandboxState state, CloudAlarm alarm, string value, string reason, string? reasonData)
    {
        bool isChange = alarm.State != value;
        AlarmState.Of(state).Alarms[alarm.Key] = alarm with
        {
            State = value,
            Reason = reason,
            ReasonData = reasonData,
            StateSince = state.Now,
            Transitioned = isChange ? state.Now : alarm.Transitioned,
        };
        if (isChange && alarm.Settings.GetProperty("ActionsEnabled").GetBoolean())
        {
            Act(state, alarm, value, reason);
        }
    }

    // A scaling policy is carried out, a topic is told; what else there is to do lies outside the sandbox.
    private static void Act(SandboxState state, CloudAlarm alarm, string value, string reason)
    {
        string list = value switch { "OK" => "OKActions", "ALARM" => "AlarmActions", _ => "InsufficientDataActions" };
        foreach (string action in alarm.Settings.GetProperty(list).EnumerateArray().Select(action => action.GetString()!))
        {
            if (ScalingPolicies.Execute(state, action, alarm.Name) || !SnsState.Of(state).Topics.Contains(action))
            {
                continue;
            }

            var message = new JsonObject
            {
                ["AlarmName"] = alarm.Name,
                ["AWSAccountId"] = state.Account.Value.AccountId,
                ["NewStateValue"] = value,
                ["NewStateReason"] = reason,
                ["OldStateValue"] = alarm.State,
                ["AlarmArn"] = alarm.Arn,
            };
            SnsState.Publish(state, action, $"{value}: \"{alarm.Name}\" in {alarm.Region}", message.ToJsonString());
        }
    }
}
