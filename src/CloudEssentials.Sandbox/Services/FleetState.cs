using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>The section that remembers how far each Region has been caught up with.</summary>
internal sealed class FleetState : StateSection
{
    private const string SectionName = "fleet";

    private FleetState(SandboxState state)
        : base(state, SectionName) => Marks = Table<FleetMark>("marks", StringComparer.Ordinal);

    public ResourceTable<FleetMark> Marks { get; }

    public static FleetState Of(SandboxState state) => state.Section(made => new FleetState(made), SectionName);
}
