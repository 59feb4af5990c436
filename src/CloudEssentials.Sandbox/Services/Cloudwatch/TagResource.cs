using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>Gives an alarm tags.</summary>
internal sealed class TagResource : AlarmOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        CloudAlarm alarm = Alarms.Tagged(call);
        AlarmState.Of(call.State).Alarms[alarm.Key] = alarm with { Tags = Alarms.Tags(call, alarm.Tags) };
        return [];
    }
}
