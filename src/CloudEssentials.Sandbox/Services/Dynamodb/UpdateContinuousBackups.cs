using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Has a table be restorable to any point in time, or no longer.</summary>
internal sealed class UpdateContinuousBackups : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTable table = DynamoBackups.Table(call);
        SandboxTimings timings = call.State.Options.Timings;
        if (call.Now < table.Created + timings.TableCreating + timings.TableBackups)
        {
            throw new ServiceError("ContinuousBackupsUnavailableException", $"Backups are being enabled for the table: {table.Name}. Please retry later");
        }

        JsonNode given = call.Input["PointInTimeRecoverySpecification"]!;
        DynamoTable changed = table with
        {
            RecoverableSince = given["PointInTimeRecoveryEnabled"]!.GetValue<bool>() ? table.RecoverableSince ?? call.Now : null,
            RecoveryDays = (int)(given["RecoveryPeriodInDays"]?.GetValue<long>() ?? table.RecoveryDays),
        };
        DynamoState.Of(call.State).Tables[table.Key] = changed;
        return DynamoBackups.Describe(call, changed);
    }
}
