using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>Takes tags from an alarm.</summary>
internal sealed class UntagResource : AlarmOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        CloudAlarm alarm = Alarms.Tagged(call);
        AlarmState.Of(call.State).Alarms[alarm.Key] = alarm with { Tags = alarm.Tags.RemoveRange(call.Texts("TagKeys")) };
        return [];
    }
}
