using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Cloudwatch;

/// <summary>The section that holds the alarms of all Regions.</summary>
internal sealed class AlarmState : StateSection
{
    private const string SectionName = "cloudwatch";

    private AlarmState(SandboxState state)
        : base(state, SectionName) => Alarms = Table<CloudAlarm>("alarms", StringComparer.Ordinal);

    /// <summary>By Region and name.</summary>
    public ResourceTable<CloudAlarm> Alarms { get; }

    public static AlarmState Of(SandboxState state) => state.Section(made => new AlarmState(made), SectionName);
}
