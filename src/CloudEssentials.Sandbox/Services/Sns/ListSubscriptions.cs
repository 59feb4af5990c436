using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>The subscriptions of a Region.</summary>
internal sealed class ListSubscriptions : SnsOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => ["*"];

    public override JsonObject Execute(OperationCall call) => Page(
        call, "Subscriptions", SnsState.Of(call.State).SeenSubscriptions.Where(subscription => subscription.Arn.Split(':')[3] == call.Region), subscription => subscription.Arn, Write);
}
