using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>The subscriptions of a topic.</summary>
internal sealed class ListSubscriptionsByTopic : SnsOperation
{
    public override JsonObject Execute(OperationCall call) =>
        Page(call, "Subscriptions", SnsState.Of(call.State).To(Topic(call).Arn), subscription => subscription.Arn, Write);
}
