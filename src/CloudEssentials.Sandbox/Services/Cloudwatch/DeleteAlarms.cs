using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>Deletes alarms; where one of them is not there, none.</summary>
internal sealed class DeleteAlarms : AlarmOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        foreach (string name in call.Texts("AlarmNames"))
        {
            if (Alarms.Find(call.State, call.Region, name) is null)
            {
                throw new ServiceError("ResourceNotFound", $"Alarm {name} does not exist", 404);
            }

            Alarms.Remove(call.State, call.Region, name);
        }

        return [];
    }
}
