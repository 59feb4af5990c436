using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>To which points in time a table can be restored.</summary>
internal sealed class DescribeContinuousBackups : DynamoOperation
{
    public override JsonObject Execute(OperationCall call) => DynamoBackups.Describe(call, DynamoBackups.Table(call));
}
