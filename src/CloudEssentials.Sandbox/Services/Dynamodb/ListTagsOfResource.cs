using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>A table's tags.</summary>
internal sealed class ListTagsOfResource : DynamoOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["Tags"] = DynamoTags.Write(DynamoTables.ByArn(call)) };
}
