using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Topics of SNS, whose ARN follows from the name: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html.</summary>
internal sealed class TopicDriver() : ResourceDriver("AWS::SNS::Topic")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        string arn = $"arn:{wish.Scope.Connection.Partition}:sns:{wish.Scope.Connection.Region}:{wish.Scope.AccountId}:{NameOf(wish)}";
        return await TagsAsync(wish.Scope, arn, cancellationToken).ConfigureAwait(false) switch
        {
            null => null,
            { } tags when AppTags.IsOwned(wish.Scope, tags) => Found(arn),
            _ => throw IamTags.Foreign("topic", NameOf(wish), wish.Scope),
        };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateTopicRequest request = new() { Name = NameOf(wish), Tags = [.. AppTags.Of(wish).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] };
        return Found((await wish.Scope.Connection.Sns().CreateTopicAsync(request, cancellationToken).ConfigureAwait(false)).TopicArn);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<FoundResource> owned = [];
        await foreach (Topic topic in scope.Connection.Sns().Paginators.ListTopics(new()).Topics.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // Lists come without tags, and all names of an application begin with its own.
            if (NameOf(topic.TopicArn).StartsWith($"{scope.AppName}-", StringComparison.Ordinal)
                && await TagsAsync(scope, topic.TopicArn, cancellationToken).ConfigureAwait(false) is { } tags
                && AppTags.IsOwned(scope, tags))
                owned.Add(Found(topic.TopicArn));
        }

        return owned;
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) =>
        Eventually.UnlessGoneAsync(() => scope.Connection.Sns().DeleteTopicAsync(new() { TopicArn = found.Id }, cancellationToken), IsMissing);

    /// <summary>True for the refusals that say that a topic is not there.</summary>
    internal static bool IsMissing(AmazonServiceException exception) => exception.ErrorCode is "NotFound" or "ResourceNotFound" or "ResourceNotFoundException";

    private static string NameOf(ResourceWish wish) => wish.Text("TopicName") ?? wish.Resource.Name;

    private static string NameOf(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    private static async Task<IEnumerable<(string Key, string Value)>?> TagsAsync(AppScope scope, string arn, CancellationToken cancellationToken)
    {
        ListTagsForResourceResponse? answer = await Eventually.UnlessGoneAsync(() => scope.Connection.Sns().ListTagsForResourceAsync(new() { ResourceArn = arn }, cancellationToken), IsMissing).ConfigureAwait(false);
        return answer is null ? null : (answer.Tags ?? []).Select(tag => (tag.Key, tag.Value));
    }

    private static FoundResource Found(string arn) => new("AWS::SNS::Topic", arn)
    {
        Name = NameOf(arn),
        Attributes = new Dictionary<string, string> { ["TopicArn"] = arn, ["TopicName"] = NameOf(arn) },
    };
}
