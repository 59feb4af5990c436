using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace CloudEssentials.Tests.Sandbox;

public sealed class SnsTests : IDisposable
{
    private readonly SdkSandbox sandbox = new();
    private readonly AmazonSimpleNotificationServiceClient sns;

    public SnsTests() => sns = sandbox.Root.Sns();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task A_topic_is_made_once_however_often_it_is_asked_for()
    {
        string arn = await Make();

        Assert.Equal("arn:aws:sns:us-east-1:123456789012:app-alerts", arn);
        Assert.Equal(arn, await Make());
        Assert.Equal([arn], (await sns.ListTopicsAsync(new ListTopicsRequest())).Topics.Select(topic => topic.TopicArn));
        await Invalid("Attributes Reason: Topic already exists with different attributes", () => sns.CreateTopicAsync(new CreateTopicRequest { Name = "app-alerts", Attributes = new() { ["DisplayName"] = "other" } }));
        await Invalid("Tags Reason: Topic already exists with different tags", () => sns.CreateTopicAsync(new CreateTopicRequest { Name = "app-alerts", Tags = [new() { Key = "a", Value = "b" }] }));
        await Invalid("Topic Name", () => sns.CreateTopicAsync(new CreateTopicRequest { Name = "bad name" }));
        await Invalid("Topic Name", () => sns.CreateTopicAsync(new CreateTopicRequest { Name = "orders.fifo" }));
    }

    [Fact]
    public async Task Attributes_are_read_and_set()
    {
        string arn = await Make();
        await sns.SetTopicAttributesAsync(new SetTopicAttributesRequest { TopicArn = arn, AttributeName = "DisplayName", AttributeValue = "App" });

        Dictionary<string, string> attributes = (await sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn })).Attributes;

        Assert.Equal(("App", "123456789012", arn), (attributes["DisplayName"], attributes["Owner"], attributes["TopicArn"]));
        Assert.Contains("__default_policy_ID", attributes["Policy"], StringComparison.Ordinal);
        await Invalid("AttributeName", () => sns.SetTopicAttributesAsync(new SetTopicAttributesRequest { TopicArn = arn, AttributeName = "Colour", AttributeValue = "x" }));
        await Invalid("Policy Error: null", () => sns.SetTopicAttributesAsync(new SetTopicAttributesRequest { TopicArn = arn, AttributeName = "Policy", AttributeValue = "{}" }));
        await Invalid("TopicArn", () => sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = "app-alerts" }));
        AmazonServiceException missing = await SdkSandbox.Refuses("NotFound", () => sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn + "x" }));
        Assert.Equal("Topic does not exist", missing.Message);
    }

    [Fact]
    public async Task A_subscription_by_mail_waits_for_an_answer()
    {
        string arn = await Make();
        SubscribeResponse first = await Subscribe(arn, "email", "ops@example.com");
        string pending = (await sns.ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = arn })).Subscriptions.Single().SubscriptionArn;
        string confirmed = await sandbox.Account.Console.ConfirmSubscriptionAsync(arn, "ops@example.com");

        Assert.Equal("pending confirmation", first.SubscriptionArn);
        Assert.Equal("PendingConfirmation", pending);
        Assert.Equal(confirmed, (await Subscribe(arn, "email", "ops@example.com")).SubscriptionArn);
        Assert.Equal(confirmed, (await sns.ListSubscriptionsAsync(new ListSubscriptionsRequest())).Subscriptions.Single().SubscriptionArn);
        await Invalid("SubscriptionArn Reason: An ARN must have at least 6 elements, not 1", () => sns.UnsubscribeAsync(new UnsubscribeRequest { SubscriptionArn = pending }));
        await sns.UnsubscribeAsync(new UnsubscribeRequest { SubscriptionArn = confirmed });
        await SdkSandbox.Refuses("NotFound", () => sns.UnsubscribeAsync(new UnsubscribeRequest { SubscriptionArn = confirmed }));
        Assert.Equal("1", (await sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn })).Attributes["SubscriptionsDeleted"]);
    }

    [Theory]
    [InlineData("pigeon", "home", "Does not support this protocol string: pigeon")]
    [InlineData("email", "nobody", "Email address")]
    [InlineData("https", "http://example.com", "Endpoint must match the specified protocol")]
    [InlineData("sqs", "queue", "SQS endpoint ARN")]
    public async Task An_endpoint_fits_its_protocol(string protocol, string endpoint, string message)
    {
        string arn = await Make();

        await Invalid(message, () => Subscribe(arn, protocol, endpoint));
        Assert.Equal($"{arn}:", (await Subscribe(arn, "sqs", "arn:aws:sqs:us-east-1:123456789012:q")).SubscriptionArn[..(arn.Length + 1)]);
    }

    [Fact]
    public async Task A_message_is_taken_if_it_says_something()
    {
        string arn = await Make();

        Assert.NotEmpty((await sns.PublishAsync(new PublishRequest { TopicArn = arn, Message = "hello" })).MessageId);
        await Invalid("Empty message", () => sns.PublishAsync(new PublishRequest { TopicArn = arn, Message = "" }));
        await Invalid("Subject", () => sns.PublishAsync(new PublishRequest { TopicArn = arn, Message = "x", Subject = new string('s', 101) }));
        await SdkSandbox.Refuses("NotFound", () => sns.PublishAsync(new PublishRequest { TopicArn = arn + "x", Message = "x" }));
    }

    [Fact]
    public async Task Tags_are_given_and_taken()
    {
        string arn = await Make();
        await sns.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new() { Key = "app", Value = "directory" }, new() { Key = "env", Value = "test" }] });
        await sns.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["env"] });

        Assert.Equal(["app"], (await sns.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = arn })).Tags.Select(tag => tag.Key));
        await SdkSandbox.Refuses("ResourceNotFound", () => sns.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = arn + "x" }));
        await SdkSandbox.Refuses("TagLimitExceeded", () => sns.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [.. Enumerable.Range(0, 50).Select(number => new Tag { Key = $"k{number}", Value = "v" })] }));
    }

    [Fact]
    public async Task A_deleted_topic_takes_its_subscriptions_along()
    {
        string arn = await Make();
        await Subscribe(arn, "email", "ops@example.com");
        await sns.DeleteTopicAsync(new DeleteTopicRequest { TopicArn = arn });
        await sns.DeleteTopicAsync(new DeleteTopicRequest { TopicArn = arn });

        Assert.Empty((await sns.ListTopicsAsync(new ListTopicsRequest())).Topics ?? []);
        Assert.Empty((await sns.ListSubscriptionsAsync(new ListSubscriptionsRequest())).Subscriptions ?? []);
    }

    [Fact]
    public async Task A_user_may_by_the_users_policies_or_the_topics()
    {
        AmazonSimpleNotificationServiceClient alice = (await sandbox.UserAsync("alice", """{"Effect":"Allow","Action":"sns:CreateTopic","Resource":"arn:aws:sns:us-east-1:123456789012:app-*"}""")).Sns();
        string arn = (await alice.CreateTopicAsync(new CreateTopicRequest { Name = "app-alerts" })).TopicArn;

        AmazonServiceException refusal = await SdkSandbox.Refuses("AuthorizationError", () => alice.PublishAsync(new PublishRequest { TopicArn = arn, Message = "x" }));
        await sns.SetTopicAttributesAsync(new SetTopicAttributesRequest
        {
            TopicArn = arn,
            AttributeName = "Policy",
            AttributeValue = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/alice"},"Action":"sns:Publish","Resource":"{{arn}}"}]}""",
        });
        await alice.PublishAsync(new PublishRequest { TopicArn = arn, Message = "x" });

        Assert.Contains("is not authorized to perform: SNS:Publish on resource: " + arn, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task Invalid(string what, Func<Task> call) => Assert.Equal($"Invalid parameter: {what}", (await SdkSandbox.Refuses("InvalidParameter", call)).Message);

    private Task<SubscribeResponse> Subscribe(string topic, string protocol, string endpoint) => sns.SubscribeAsync(new SubscribeRequest { TopicArn = topic, Protocol = protocol, Endpoint = endpoint });

    private async Task<string> Make() => (await sns.CreateTopicAsync(new CreateTopicRequest { Name = "app-alerts" })).TopicArn;
}
