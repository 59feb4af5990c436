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

    /// <summary>Makes a zone fail, or mends it.</summary>
    /// <exception cref="CloudException"><c>SandboxZoneUnknown</c>.</exception>
    public static SandboxZone Set(SandboxState state, string nameOrId, SandboxZoneState wanted)
    {
        if (Find(nameOrId) is not { Type: ZoneType.AvailabilityZone } zone)
        {
            throw new CloudException(
                "SandboxZoneUnknown",
                $"There is no Availability Zone '{nameOrId}'.",
                CloudErrorCategory.ObjectNotFound,
                nameOrId,
                "Give a zone's name, such as us-east-1a, or its id, such as use1-az6; Get-RegionAZMap lists them.");
        }

        ResourceTable<Ec2ZoneOutage> outages = InstanceState.Of(state.Whole).ZoneOutages;
        if (wanted == SandboxZoneState.Impaired && !outages.Contains(zone.Name))
        {
            outages[zone.Name] = new Ec2ZoneOutage(zone.Name, state.Now);
        }
        else if (wanted == SandboxZoneState.Available && outages.Contains(zone.Name))
        {
            outages.Remove(zone.Name);
        }

        return new SandboxZone(zone.Name, zone.SampleId, zone.Region, wanted, Outage(state, zone.Name)?.Since);
    }

    /// <summary>The zone of a name or an id; null if there is none.</summary>
    public static ZoneFacts? Find(string nameOrId) => RegionCatalog.Default.Regions
        .SelectMany(region => region.Zones)
        .FirstOrDefault(zone => zone.Name == nameOrId || zone.SampleId == nameOrId);
}
