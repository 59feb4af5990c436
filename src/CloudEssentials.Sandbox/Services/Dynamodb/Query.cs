using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Reads the items of one partition key, in the order of their sort keys.</summary>
internal sealed class Query : ItemPage
{
    public override bool OnlyReads => true;

    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Refuse(call, "IndexName", "AttributesToGet", "KeyConditions", "QueryFilter", "ConditionalOperator");
        DynamoTable table = DynamoTables.ForItems(call);
        var names = new ExpressionNames(call);
        ICondition condition = Conditions.Read(names, "KeyConditionExpression", call.Text("KeyConditionExpression"))
            ?? throw DynamoTables.Invalid("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        Check(table, condition);
        IEnumerable<DynamoItem> items = DynamoItems.Sorted(table, DynamoItems.Of(call.State, table).Where(item => condition.Holds(item.Read())));
        return Read(call, table, names, call.Input["ScanIndexForward"]?.GetValue<bool>() == false ? items.Reverse() : items);
    }

    // The partition key by '=', and the sort key by anything but '<>', with AND between them.
    private static void Check(DynamoTable table, ICondition condition)
    {
        List<KeyTest?> tests = [.. (condition is AllOf all ? all.Parts : [condition]).Select(KeyTest.Of)];
        if (tests.Contains(null) || tests.Count > 2)
        {
            throw DynamoTables.Invalid("Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression");
        }

        if (!tests.Any(test => test!.Name == table.HashKey))
        {
            throw DynamoTables.Invalid($"Query condition missed key schema element: {table.HashKey}");
        }

        if (tests.Any(test => test!.Name == table.HashKey && !test.IsEquality) || tests.Any(test => test!.Name != table.HashKey && test.Name != table.RangeKey))
        {
            throw DynamoTables.Invalid("Query key condition not supported");
        }
    }
}
