using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Whether items run out; in the sandbox none do.</summary>
internal sealed class DescribeTimeToLive : DynamoOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Get(call);
        return new JsonObject { ["TimeToLiveDescription"] = new JsonObject { ["TimeToLiveStatus"] = "DISABLED" } };
    }
}
