using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The section that holds Auto Scaling groups and what belongs to them, of all Regions.</summary>
internal sealed class ScalingState : StateSection
{
    private const string SectionName = "autoscaling";

    private ScalingState(SandboxState state)
        : base(state, SectionName)
    {
        Groups = Table<ScalingGroup>("groups", StringComparer.Ordinal);
        Activities = Table<ScalingActivity>("activities", StringComparer.Ordinal);
        Policies = Table<ScalingPolicy>("policies", StringComparer.Ordinal);
        Notifications = Table<ScalingNotification>("notifications", StringComparer.Ordinal);
        Refreshes = Table<InstanceRefresh>("refreshes", StringComparer.Ordinal);
    }

    /// <summary>The groups by their ARNs.</summary>
    public ResourceTable<ScalingGroup> Groups { get; }

    /// <summary>The activities by their ids.</summary>
    public ResourceTable<ScalingActivity> Activities { get; }

    /// <summary>The policies by their ARNs.</summary>
    public ResourceTable<ScalingPolicy> Policies { get; }

    /// <summary>Which topics are told of which events.</summary>
    public ResourceTable<ScalingNotification> Notifications { get; }

    /// <summary>The instance refreshes by their ids.</summary>
    public ResourceTable<InstanceRefresh> Refreshes { get; }

    public static ScalingState Of(SandboxState state) => state.Section(made => new ScalingState(made), SectionName);

    /// <summary>The group of a name in a Region; null if there is none.</summary>
    public ScalingGroup? Find(string region, string name) => Groups.Current.Values.FirstOrDefault(group => group.Region == region && group.Name == name);

    /// <summary>The refresh of a group that is under way; null for none.</summary>
    public InstanceRefresh? ActiveRefresh(ScalingGroup group) => Refreshes.Current.Values.FirstOrDefault(refresh => refresh.GroupArn == group.Arn && refresh.IsActive);
}
