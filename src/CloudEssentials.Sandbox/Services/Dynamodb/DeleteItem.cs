using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Deletes an item; deleting what is not there succeeds.</summary>
internal sealed class DeleteItem : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Refuse(call, "Expected", "ConditionalOperator");
        DynamoTable table = DynamoTables.ForItems(call);
        JsonObject key = call.Input["Key"]!.AsObject();
        DynamoItems.CheckKey(table, key);
        DynamoItem? item = DynamoItems.Find(call.State, table, key);
        JsonObject? before = item?.Read();
        Conditions.Require(call, new ExpressionNames(call), before);
        if (item is not null)
        {
            DynamoState.Of(call.State).Items.Remove(item.Id);
        }

        return new JsonObject
        {
            ["Attributes"] = call.Text("ReturnValues") == "ALL_OLD" ? before : null,
            ["ConsumedCapacity"] = DynamoItems.Capacity(call, table, 1),
        };
    }
}
