using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Reads an item.</summary>
internal sealed class GetItem : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Refuse(call, "AttributesToGet");
        DynamoTable table = DynamoTables.ForItems(call);
        JsonObject key = call.Input["Key"]!.AsObject();
        DynamoItems.CheckKey(table, key);
        var names = new ExpressionNames(call);
        Projection projection = Projection.Read(call, names);
        names.CheckUse();
        return new JsonObject
        {
            ["Item"] = DynamoItems.Find(call.State, table, key)?.Read() is { } item ? projection.Apply(item) : null,
            ["ConsumedCapacity"] = DynamoItems.Capacity(call, table, call.Flag("ConsistentRead") ? 1 : 0.5),
        };
    }
}
