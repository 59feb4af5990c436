using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The section that holds the instances of all Regions, with what belongs to them.</summary>
internal sealed class InstanceState : StateSection
{
    private const string SectionName = "ec2";

    private InstanceState(SandboxState state)
        : base(state, SectionName)
    {
        Instances = Table<Ec2Instance>("instances", StringComparer.Ordinal);
        Volumes = Table<Ec2Volume>("volumes", StringComparer.Ordinal);
        LaunchTemplates = Table<Ec2LaunchTemplate>("launch-templates", StringComparer.Ordinal);
        ZoneOutages = Table<Ec2ZoneOutage>("zone-outages", StringComparer.Ordinal);
    }

    /// <summary>The instances, those among them that are terminated.</summary>
    public ResourceTable<Ec2Instance> Instances { get; }

    public ResourceTable<Ec2Volume> Volumes { get; }

    public ResourceTable<Ec2LaunchTemplate> LaunchTemplates { get; }

    /// <summary>The zones that have failed, by name.</summary>
    public ResourceTable<Ec2ZoneOutage> ZoneOutages { get; }

    public static InstanceState Of(SandboxState state) => state.Section(made => new InstanceState(made), SectionName);
}
