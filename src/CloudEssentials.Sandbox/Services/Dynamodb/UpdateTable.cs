using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Changes how a table is paid for and kept.</summary>
internal sealed class UpdateTable : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Refuse(call, "GlobalSecondaryIndexUpdates", "StreamSpecification", "ReplicaUpdates", "SSESpecification", "MultiRegionConsistency", "OnDemandThroughput", "WarmThroughput");
        DynamoTable table = DynamoTables.Settled(call);
        DynamoTable changed = table with
        {
            IsProtected = call.Input["DeletionProtectionEnabled"] is null ? table.IsProtected : call.Flag("DeletionProtectionEnabled"),
            TableClass = call.Text("TableClass") ?? table.TableClass,
        };
        if (call.Text("BillingMode") is not null || call.Input["ProvisionedThroughput"] is not null)
        {
            bool isOnDemand = call.Text("BillingMode") is { } mode ? mode == "PAY_PER_REQUEST" : table.IsOnDemand;
            (long read, long write) = CreateTable.Capacity(call, isOnDemand);
            changed = changed with { IsOnDemand = isOnDemand, ReadUnits = read, WriteUnits = write };
        }

        if (changed == table)
        {
            throw DynamoTables.Invalid("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }

        changed = changed with { Updated = call.Now };
        DynamoState.Of(call.State).Tables[table.Key] = changed;
        return new JsonObject { ["TableDescription"] = DynamoTables.Describe(call, changed) };
    }
}
