using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>The section that holds the topics of all Regions and their subscriptions.</summary>
internal sealed class SnsState : StateSection
{
    private const string SectionName = "sns";

    private SnsState(SandboxState state)
        : base(state, SectionName)
    {
        Topics = Table<SnsTopic>("topics", StringComparer.Ordinal);
        Subscriptions = Table<SnsSubscription>("subscriptions", StringComparer.Ordinal);
    }

    /// <summary>By ARN.</summary>
    public ResourceTable<SnsTopic> Topics { get; }

    /// <summary>By ARN.</summary>
    public ResourceTable<SnsSubscription> Subscriptions { get; }

    public static SnsState Of(SandboxState state) => state.Section(made => new SnsState(made), SectionName);

    public IEnumerable<SnsSubscription> To(string topicArn) => Subscriptions.Seen.Values.Where(subscription => subscription.TopicArn == topicArn);
}
