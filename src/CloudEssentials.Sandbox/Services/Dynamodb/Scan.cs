using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Reads all items of a table, in pages.</summary>
internal sealed class Scan : ItemPage
{
    public override bool OnlyReads => true;

    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Refuse(call, "IndexName", "AttributesToGet", "ScanFilter", "ConditionalOperator", "TotalSegments", "Segment");
        DynamoTable table = DynamoTables.ForItems(call);
        return Read(call, table, new ExpressionNames(call), DynamoItems.Sorted(table, DynamoItems.Of(call.State, table)));
    }
}
