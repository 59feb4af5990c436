using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>What a table is, and in which state.</summary>
internal sealed class DescribeTable : DynamoOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["Table"] = DynamoTables.Describe(call, DynamoTables.Get(call)) };
}
