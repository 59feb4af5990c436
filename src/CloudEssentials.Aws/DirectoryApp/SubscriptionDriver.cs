using Amazon.SimpleNotificationService.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Who reads a topic: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html.</summary>
internal sealed class SubscriptionDriver() : ResourceDriver("AWS::SNS::Subscription")
{
    private readonly TopicDriver _topics = new();

    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("TopicArn") is not { } topic)
            return null;
        return (await SearchAsync(wish.Scope, topic, cancellationToken).ConfigureAwait(false))
            .Where(subscription => subscription.Protocol == wish.Text("Protocol") && subscription.Endpoint == wish.Text("Endpoint"))
            .Select(Found)
            .FirstOrDefault();
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        SubscribeRequest request = new() { TopicArn = wish.Text("TopicArn"), Protocol = wish.Text("Protocol"), Endpoint = wish.Text("Endpoint"), ReturnSubscriptionArn = true };
        SubscribeResponse answer = await wish.Scope.Connection.Sns().SubscribeAsync(request, cancellationToken).ConfigureAwait(false);
        return new(Type, answer.SubscriptionArn) { Name = request.Endpoint! };
    }

    /// <summary>Those that are confirmed: the others lapse by themselves, and have no name to delete them by.</summary>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<FoundResource> owned = [];
        foreach (FoundResource topic in await _topics.FindOwnedAsync(scope, cancellationToken).ConfigureAwait(false))
            owned.AddRange((await SearchAsync(scope, topic.Id, cancellationToken).ConfigureAwait(false)).Select(Found).Where(found => found.Id.StartsWith("arn:", StringComparison.Ordinal)));
        return owned;
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) =>
        Eventually.UnlessGoneAsync(() => scope.Connection.Sns().UnsubscribeAsync(new() { SubscriptionArn = found.Id }, cancellationToken), TopicDriver.IsMissing);

    private static async Task<List<Subscription>> SearchAsync(AppScope scope, string topic, CancellationToken cancellationToken)
    {
        List<Subscription> subscriptions = [];
        ListSubscriptionsByTopicRequest request = new() { TopicArn = topic };
        do
        {
            ListSubscriptionsByTopicResponse? page = await Eventually.UnlessGoneAsync(() => scope.Connection.Sns().ListSubscriptionsByTopicAsync(request, cancellationToken), TopicDriver.IsMissing).ConfigureAwait(false);
            subscriptions.AddRange(page?.Subscriptions ?? []);
            request.NextToken = page?.NextToken!;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return subscriptions;
    }

    private static FoundResource Found(Subscription subscription) => new("AWS::SNS::Subscription", subscription.SubscriptionArn)
    {
        Name = subscription.Endpoint,
        // A topic has one a reader: another reader is another subscription.
        LogicalId = $"Subscription {subscription.Endpoint}",
        GoesWith = subscription.TopicArn,
    };
}
