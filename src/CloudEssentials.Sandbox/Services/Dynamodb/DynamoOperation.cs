using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>An operation on one table.</summary>
internal abstract class DynamoOperation : SandboxOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) =>
        [call.Text("ResourceArn") is { } arn && arn.StartsWith("arn:", StringComparison.Ordinal) ? arn : DynamoTables.Arn(call, call.Text("TableName")?.Split('/')[^1] ?? "*")];

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call)
    {
        var context = new Dictionary<string, object?>();
        string? name = call.Text("TableName")?.Split('/')[^1] ?? call.Text("ResourceArn")?.Split('/')[^1];
        TagContext.AddResource(context, name is null ? null : DynamoTables.Find(call.State, call.Region, name)?.Tags);
        TagContext.Add(context, call.Structures("Tags"), call.Texts("TagKeys"));
        if (LeadingKey(call, name) is { } leading)
        {
            context["dynamodb:LeadingKeys"] = leading;
        }

        return context;
    }

    // The partition key that an item's call is about: the value of its only type.
    private static string? LeadingKey(OperationCall call, string? name) =>
        name is not null && DynamoTables.Find(call.State, call.Region, name) is { } table
            && (call.Input["Key"] ?? call.Input["Item"])?[table.HashKey] is JsonObject { Count: 1 } value && value.First().Value is JsonValue text
                ? text.ToString()
                : null;
}
