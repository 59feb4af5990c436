using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Gives a table tags.</summary>
internal sealed class TagResource : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTable table = DynamoTables.ByArn(call);
        DynamoState.Of(call.State).Tables[table.Key] = table with { Tags = DynamoTags.Read(call, table.Tags) };
        return [];
    }
}
