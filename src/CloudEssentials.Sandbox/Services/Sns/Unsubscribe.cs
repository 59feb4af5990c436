using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>Takes a subscription away.</summary>
internal sealed class Unsubscribe : SnsOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => [string.Join(':', call.RequiredText("SubscriptionArn").Split(':').Take(6)) is var arn && arn.StartsWith("arn:", StringComparison.Ordinal) ? arn : "*"];

    public override JsonObject Execute(OperationCall call)
    {
        string arn = call.RequiredText("SubscriptionArn");
        int parts = arn.Split(':').Length;
        if (parts != 7)
        {
            throw Invalid($"SubscriptionArn Reason: An ARN must have at least 6 elements, not {parts}");
        }

        SnsState state = SnsState.Of(call.State);
        if (!state.Subscriptions.TryGet(arn, out SnsSubscription? subscription))
        {
            throw new ServiceError("NotFound", "Subscription does not exist", 404);
        }

        // "You can't delete a subscription that is pending confirmation": it ends by itself.
        _ = subscription.IsConfirmed ? true : throw Invalid("SubscriptionArn Reason: The subscription is pending confirmation");
        state.Subscriptions.Remove(arn);
        if (state.Topics.TryGet(subscription.TopicArn, out SnsTopic? topic))
        {
            state.Topics[topic.Arn] = topic with { Unsubscribed = topic.Unsubscribed + 1 };
        }

        return [];
    }
}
