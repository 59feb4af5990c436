using System.Text.Json;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>Puts an alarm into a state, to see what comes of it.</summary>
internal sealed class SetAlarmState : AlarmOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string name = call.RequiredText("AlarmName");
        CloudAlarm alarm = Alarms.Find(call.State, call.Region, name) ?? throw new ServiceError("ResourceNotFound", $"Alarm {name} does not exist", 404);
        if (call.Text("StateReasonData") is { } data && !IsJson(data))
        {
            throw new ServiceError("InvalidFormat", "StateReasonData is not valid JSON");
        }

        Alarms.SetState(call.State, alarm, call.RequiredText("StateValue"), call.RequiredText("StateReason"), call.Text("StateReasonData"));
        return [];
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
