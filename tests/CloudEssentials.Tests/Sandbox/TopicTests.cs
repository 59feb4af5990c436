using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using CloudEssentials.Sandbox.Services.Sns;

namespace CloudEssentials.Tests.Sandbox;

public sealed class TopicTests : IDisposable
{
    private readonly SdkSandbox sandbox = new();
    private readonly AmazonSimpleNotificationServiceClient sns;

    public TopicTests() => sns = sandbox.Root.Sns();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task An_unconfirmed_subscription_ends_by_itself_and_not_otherwise()
    {
        string topic = await Topic();
        SubscribeResponse made = await sns.SubscribeAsync(new SubscribeRequest { TopicArn = topic, Protocol = "email", Endpoint = "ann@example.com", ReturnSubscriptionArn = true });

        await Refused("InvalidParameter", () => sns.UnsubscribeAsync(new UnsubscribeRequest { SubscriptionArn = made.SubscriptionArn }));
        sandbox.Clock.Advance(TimeSpan.FromHours(49));

        Assert.Empty((await sns.ListSubscriptionsAsync(new ListSubscriptionsRequest())).Subscriptions ?? []);
    }

    [Theory]
    [InlineData("alerts")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:alerts")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:alerts")]
    public async Task An_ARN_of_something_else_is_refused(string arn) => await Refused("InvalidParameter", () => sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = arn }));

    [Fact]
    public async Task A_message_is_published()
    {
        string topic = await Topic();

        string id = (await sns.PublishAsync(new PublishRequest { TopicArn = topic, Message = "The zone is back.", Subject = "News" })).MessageId;

        SnsMessage kept = Assert.Single(SnsState.Of(sandbox.Account.State).Messages.Current).Value;
        Assert.Equal((id, "News", "The zone is back."), (kept.Id, kept.Subject, kept.Body));
    }

    [Fact]
    public async Task Of_many_messages_the_last_hundred_are_kept()
    {
        string topic = await Topic();
        for (int number = 1; number <= 103; number++)
        {
            await sns.PublishAsync(new PublishRequest { TopicArn = topic, Message = $"{number}" });
        }

        Assert.Equal(Enumerable.Range(4, 100), SnsState.Of(sandbox.Account.State).Messages.Current.Values.Select(message => int.Parse(message.Body, System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task A_message_that_cannot_be_is_refused()
    {
        string topic = await Topic();

        await Refused("InvalidParameter", () => sns.PublishAsync(new PublishRequest { TopicArn = topic, Message = string.Empty }));
        await Refused("InvalidParameter", () => sns.PublishAsync(new PublishRequest { TopicArn = topic, Message = new string('x', 262_145) }));
        await Refused("InvalidParameter", () => sns.PublishAsync(new PublishRequest { TopicArn = topic, Message = "text", Subject = new string('x', 101) }));
        await Refused("InvalidParameter", () => sns.PublishAsync(new PublishRequest { Message = "to nobody" }));
        await Refused("InvalidParameter", () => sns.PublishAsync(new PublishRequest { TopicArn = topic, Message = """{"email":"x"}""", MessageStructure = "json" }));
    }

    [Fact]
    public async Task Topics_come_in_pages_of_a_hundred()
    {
        for (int number = 0; number < 101; number++)
        {
            await sns.CreateTopicAsync(new CreateTopicRequest { Name = $"topic-{number}" });
        }

        ListTopicsResponse first = await sns.ListTopicsAsync(new ListTopicsRequest());
        ListTopicsResponse second = await sns.ListTopicsAsync(new ListTopicsRequest { NextToken = first.NextToken });

        Assert.Equal((100, 1), (first.Topics.Count, second.Topics.Count));
        Assert.Null(second.NextToken);
        await Refused("InvalidParameter", () => sns.ListTopicsAsync(new ListTopicsRequest { NextToken = "nonsense" }));
    }

    [Fact]
    public async Task Tags_at_the_creation_are_a_permission_of_their_own()
    {
        string[] statements =
        [
            """{"Effect":"Allow","Action":"sns:CreateTopic","Resource":"*"}""",
            """{"Effect":"Allow","Action":"sns:TagResource","Resource":"*","Condition":{"StringEquals":{"aws:RequestTag/app":"directory"}}}""",
        ];
        AmazonSimpleNotificationServiceClient user = (await sandbox.UserAsync("ann", statements)).Sns();

        await user.CreateTopicAsync(new CreateTopicRequest { Name = "one", Tags = [Tag("app", "directory")] });

        await Refused("AuthorizationError", () => user.CreateTopicAsync(new CreateTopicRequest { Name = "two", Tags = [Tag("app", "other")] }));
    }

    private static Tag Tag(string key, string value) => new() { Key = key, Value = value };

    private static Task<AmazonServiceException> Refused(string code, Func<Task> call) => SdkSandbox.Refuses(code, call);

    private async Task<string> Topic() => (await sns.CreateTopicAsync(new CreateTopicRequest { Name = "alerts" })).TopicArn;
}
