using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Puts an item in the place of whatever has its key.</summary>
internal sealed class PutItem : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Refuse(call, "Expected", "ConditionalOperator");
        DynamoTable table = DynamoTables.ForItems(call);
        JsonObject item = call.Input["Item"]!.AsObject();
        DynamoItems.CheckItem(table, item);
        var names = new ExpressionNames(call);
        JsonObject? before = DynamoItems.Find(call.State, table, item)?.Read();
        Conditions.Require(call, names, before);
        DynamoItems.Set(call.State, table, item);
        return new JsonObject
        {
            ["Attributes"] = call.Text("ReturnValues") == "ALL_OLD" ? before : null,
            ["ConsumedCapacity"] = DynamoItems.Capacity(call, table, 1),
        };
    }
}
