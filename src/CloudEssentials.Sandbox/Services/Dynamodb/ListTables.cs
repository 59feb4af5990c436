using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>The names of a Region's tables.</summary>
internal sealed class ListTables : SandboxOperation
{
    private const int DefaultSize = 100;

    public override JsonObject Execute(OperationCall call)
    {
        int size = call.Number("Limit") ?? DefaultSize;
        List<string> rest =
        [
            .. DynamoTables.In(call.State, call.Region).Select(table => table.Name)
                .Where(name => string.CompareOrdinal(name, call.Text("ExclusiveStartTableName")) > 0)
                .Take(size + 1),
        ];
        return new JsonObject
        {
            ["TableNames"] = new JsonArray([.. rest.Take(size).Select(name => (JsonNode)name)]),
            ["LastEvaluatedTableName"] = rest.Count > size ? rest[size - 1] : null,
        };
    }
}
