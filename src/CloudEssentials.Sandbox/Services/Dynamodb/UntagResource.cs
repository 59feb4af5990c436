using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Takes tags from a table.</summary>
internal sealed class UntagResource : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTable table = DynamoTables.ByArn(call);
        DynamoState.Of(call.State).Tables[table.Key] = table with { Tags = table.Tags.RemoveRange(call.Texts("TagKeys")) };
        return [];
    }
}
