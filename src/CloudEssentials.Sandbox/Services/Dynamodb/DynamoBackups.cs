using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Continuous backups, which every table has, and recovery to a point in time.</summary>
internal static class DynamoBackups
{
    // "LatestRestorableDateTime is typically 5 minutes before the current time."
    private static readonly TimeSpan Behind = TimeSpan.FromMinutes(5);

    /// <exception cref="ServiceError">TableNotFoundException.</exception>
    public static DynamoTable Table(OperationCall call)
    {
        string name = DynamoTables.NameOf(call);
        return DynamoTables.Find(call.State, call.Region, name) ?? throw new ServiceError("TableNotFoundException", $"Table not found: {name}");
    }

    public static JsonObject Describe(OperationCall call, DynamoTable table)
    {
        var recovery = new JsonObject { ["PointInTimeRecoveryStatus"] = table.RecoverableSince is null ? "DISABLED" : "ENABLED" };
        if (table.RecoverableSince is { } since)
        {
            DateTimeOffset earliest = call.Now - TimeSpan.FromDays(table.RecoveryDays);
            recovery["EarliestRestorableDateTime"] = earliest > since ? earliest : since;
            recovery["LatestRestorableDateTime"] = call.Now - Behind > since ? call.Now - Behind : since;
            recovery["RecoveryPeriodInDays"] = table.RecoveryDays;
        }

        return new JsonObject { ["ContinuousBackupsDescription"] = new JsonObject { ["ContinuousBackupsStatus"] = "ENABLED", ["PointInTimeRecoveryDescription"] = recovery } };
    }
}
