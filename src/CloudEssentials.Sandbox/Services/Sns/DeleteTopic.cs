using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>Deletes a topic and its subscriptions; deleting what is not there succeeds.</summary>
internal sealed class DeleteTopic : SnsOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string arn = call.RequiredText("TopicArn");
        if (arn.Split(':').Length != 6)
        {
            throw Invalid("TopicArn");
        }

        SnsState state = SnsState.Of(call.State);
        state.Topics.Remove(arn);
        foreach (SnsSubscription subscription in state.Subscriptions.Current.Values.Where(subscription => subscription.TopicArn == arn))
        {
            state.Subscriptions.Remove(subscription.Arn);
        }

        return [];
    }
}
