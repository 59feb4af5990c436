using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>The section that holds the topics of all Regions and their subscriptions.</summary>
internal sealed class SnsState : StateSection
{
    private const string SectionName = "sns";
    private const int KeptMessages = 100;

    private readonly SandboxState _state;

    private SnsState(SandboxState state)
        : base(state, SectionName)
    {
        _state = state;
        Topics = Table<SnsTopic>("topics", StringComparer.Ordinal);
        Subscriptions = Table<SnsSubscription>("subscriptions", StringComparer.Ordinal);
        Messages = Table<SnsMessage>("messages", StringComparer.Ordinal);
    }

    /// <summary>By ARN.</summary>
    public ResourceTable<SnsTopic> Topics { get; }

    /// <summary>By ARN.</summary>
    public ResourceTable<SnsSubscription> Subscriptions { get; }

    /// <summary>The last messages, by their ids.</summary>
    public ResourceTable<SnsMessage> Messages { get; }

    public static SnsState Of(SandboxState state) => state.Section(made => new SnsState(made), SectionName);

    /// <summary>Publishes a message to a topic.</summary>
    /// <returns>The message's id.</returns>
    public static string Publish(SandboxState state, string topicArn, string? subject, string body)
    {
        ResourceTable<SnsMessage> messages = Of(state).Messages;
        string id = Guid.ParseExact(state.NewId(string.Empty, 32, IdGenerator.Hexadecimal), "N").ToString();
        messages[id] = new SnsMessage(id, topicArn, subject, body, state.Now, state.Account.Value.IdCount);
        if (messages.Count > KeptMessages)
        {
            messages.Remove(messages.Current.Values.MinBy(message => message.Number)!.Id);
        }

        return id;
    }

    /// <summary>The subscriptions that a reader sees.</summary>
    public IEnumerable<SnsSubscription> SeenSubscriptions => Subscriptions.Seen.Values.Where(subscription => subscription.IsThere(_state.Now));

    public IEnumerable<SnsSubscription> To(string topicArn) => SeenSubscriptions.Where(subscription => subscription.TopicArn == topicArn);
}
