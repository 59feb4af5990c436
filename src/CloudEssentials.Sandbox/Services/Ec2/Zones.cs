using CloudEssentials.Regions;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Which zones have failed. It is of the sandbox as a whole: every account in it stands in the same buildings.</summary>
internal static class Zones
{
    public static bool IsImpaired(SandboxState state, string zone) => Outage(state, zone) is not null;

    /// <summary>The failure of a zone; null while it works.</summary>
    public static Ec2ZoneOutage? Outage(SandboxState state, string zone) =>
        InstanceState.Of(state.Whole).ZoneOutages.TryGet(zone, out Ec2ZoneOutage? outage) ? outage : null;

    /// <summary>The zone of a name or an id; null if there is none.</summary>
    public static ZoneFacts? Find(string nameOrId) => RegionCatalog.Default.Regions
        .SelectMany(region => region.Zones)
        .FirstOrDefault(zone => zone.Name == nameOrId || zone.SampleId == nameOrId);
}
