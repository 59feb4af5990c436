using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Deletes a table with all that is in it.</summary>
internal sealed class DeleteTable : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTable table = DynamoTables.Settled(call);
        if (table.IsProtected)
        {
            throw DynamoTables.Invalid("Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
        }

        DynamoTable deleted = table with { Deleted = call.Now };
        JsonObject answer = DynamoTables.Describe(call, deleted);
        DynamoState state = DynamoState.Of(call.State);
        state.Tables[table.Key] = deleted;
        foreach (DynamoItem item in DynamoItems.Of(call.State, table).ToList())
        {
            state.Items.Remove(item.Id);
        }

        return new JsonObject { ["TableDescription"] = answer };
    }
}
