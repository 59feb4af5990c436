using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>An operation that reads items in pages: at most Limit of them, and at most a megabyte. See "Paginating table query results" in the DynamoDB Developer Guide.</summary>
internal abstract class ItemPage : DynamoOperation
{
    private const long MaximumSize = 1024 * 1024;

    protected static JsonObject Read(OperationCall call, DynamoTable table, ExpressionNames names, IEnumerable<DynamoItem> items)
    {
        Projection projection = Projection.Read(call, names);
        ICondition? filter = Conditions.Read(names, "FilterExpression", call.Text("FilterExpression"));
        names.CheckUse();
        int limit = call.Number("Limit") ?? int.MaxValue;
        List<JsonObject> found = [];
        int scanned = 0;
        long size = 0;
        JsonObject? last = null;
        bool isMore = false;
        foreach (DynamoItem item in After(call, table, items))
        {
            if (scanned == limit || size > MaximumSize)
            {
                isMore = true;
                break;
            }

            scanned++;
            size += DynamoItems.Size(item);
            JsonObject attributes = item.Read();
            last = DynamoItems.KeyOf(table, attributes);
            if (filter?.Holds(attributes) != false)
            {
                found.Add(attributes);
            }
        }

        bool onlyCounts = call.Text("Select") == "COUNT";

        // As on AWS, a page that is full says where it ended, although nothing may follow.
        return new JsonObject
        {
            ["Items"] = onlyCounts ? null : new JsonArray([.. found.Select(projection.Apply)]),
            ["Count"] = found.Count,
            ["ScannedCount"] = scanned,
            ["LastEvaluatedKey"] = isMore || scanned == limit ? last : null,
            ["ConsumedCapacity"] = DynamoItems.Capacity(call, table, Math.Max(0.5, Math.Ceiling(size / 4096.0) / (call.Flag("ConsistentRead") ? 1 : 2))),
        };
    }

    private static IEnumerable<DynamoItem> After(OperationCall call, DynamoTable table, IEnumerable<DynamoItem> items)
    {
        if (call.Input["ExclusiveStartKey"] is not JsonObject start)
        {
            return items;
        }

        if (start.Count != table.Keys.Count() || table.Keys.Any(key => start[key] is null || DynamoItems.TypeOf(start[key]!) != table.KeyTypes[key]))
        {
            throw DynamoTables.Invalid("The provided starting key is invalid: The provided key element does not match the schema");
        }

        // The item itself may be gone by now.
        string at = DynamoItems.Place(table, start);
        bool isForward = call.Input["ScanIndexForward"]?.GetValue<bool>() ?? true;
        return items.Where(item => DynamoItems.Compare(table, item.Read(), item.Key, start, at) is var order && (isForward ? order > 0 : order < 0));
    }
}
