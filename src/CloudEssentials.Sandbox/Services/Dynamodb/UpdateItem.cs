using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Changes an item, or makes it.</summary>
internal sealed class UpdateItem : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Refuse(call, "AttributeUpdates", "Expected", "ConditionalOperator");
        DynamoTable table = DynamoTables.ForItems(call);
        JsonObject key = call.Input["Key"]!.AsObject();
        DynamoItems.CheckKey(table, key);
        var names = new ExpressionNames(call);
        UpdateExpression? update = call.Text("UpdateExpression") is { } text ? UpdateExpression.Parse(names, text) : null;
        JsonObject? before = DynamoItems.Find(call.State, table, key)?.Read();
        Conditions.Require(call, names, before);
        if (update?.Names.FirstOrDefault(table.Keys.Contains) is { } changed)
        {
            throw DynamoTables.Invalid($"One or more parameter values were invalid: Cannot update attribute {changed}. This attribute is part of the key");
        }

        JsonObject old = before ?? key.DeepClone().AsObject();
        JsonObject after = old.DeepClone().AsObject();
        update?.Apply(old, after);
        DynamoItems.CheckItem(table, after);
        DynamoItems.Set(call.State, table, after);
        return new JsonObject
        {
            ["Attributes"] = Answer(call.Text("ReturnValues"), before, after, update),
            ["ConsumedCapacity"] = DynamoItems.Capacity(call, table, 1),
        };
    }

    private static JsonObject? Answer(string? wanted, JsonObject? before, JsonObject after, UpdateExpression? update) => wanted switch
    {
        "ALL_OLD" => before,
        "ALL_NEW" => after,
        "UPDATED_OLD" => Only(before, update),
        "UPDATED_NEW" => Only(after, update),
        _ => null,
    };

    private static JsonObject? Only(JsonObject? item, UpdateExpression? update) => item is null || update is null
        ? null
        : new JsonObject(update.Names.Where(item.ContainsKey).Select(name => KeyValuePair.Create(name, item[name]?.DeepClone())));
}
