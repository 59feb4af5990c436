using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>Deletes alarms. "If you specify any incorrect alarm names, the alarms you specify with correct names are still deleted."</summary>
internal sealed class DeleteAlarms : AlarmOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        foreach (string name in call.Texts("AlarmNames"))
        {
            Alarms.Remove(call.State, call.Region, name);
        }

        return [];
    }
}
