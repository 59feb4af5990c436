using System.Text.Json.Nodes;
using CloudEssentials.Regions;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// The zones of the Region that is called. A name's id is this account's own where accounts differ: one that is good for an account
/// that is made up.
/// </summary>
internal sealed class DescribeAvailabilityZones : SandboxOperation
{
    private static readonly Filters<(RegionFacts Region, ZoneFacts Zone, Ec2ZoneOutage? Outage)> Filtering = new(new()
    {
        ["group-long-name"] = item => [item.Zone.GroupLongName],
        ["group-name"] = item => [item.Zone.GroupName],
        ["message"] = item => Known(Message(item.Outage)),
        ["opt-in-status"] = item => [item.Zone.DefaultOptInStatus],
        ["parent-zone-id"] = item => Known(item.Zone.ParentZoneId),
        ["parent-zone-name"] = item => Known(ParentOf(item.Region, item.Zone)?.Name),
        ["region-name"] = item => [item.Region.Code],
        ["state"] = item => [StateOf(item.Outage)],
        ["zone-id"] = item => Known(item.Zone.SampleId),
        ["zone-name"] = item => [item.Zone.Name],
        ["zone-type"] = item => [item.Zone.Type.ToApiName()],
    });

    public override JsonObject Execute(OperationCall call)
    {
        RegionFacts region = RegionCatalog.Default.Get(call.Region);
        List<ZoneFacts> visible = [.. region.Zones
            .Where(zone => call.Flag("AllAvailabilityZones") || zone.DefaultOptInStatus != RegionView.NotOptedIn)];
        IReadOnlyList<string> names = Wanted(call, "ZoneNames", "zone", visible.Select(zone => zone.Name));
        IReadOnlyList<string> ids = Wanted(call, "ZoneIds", "zone-id", visible.Select(zone => zone.SampleId).OfType<string>());
        IEnumerable<(RegionFacts, ZoneFacts, Ec2ZoneOutage?)> zones = visible
            .Where(zone => (names.Count == 0 && ids.Count == 0) || names.Contains(zone.Name) || ids.Contains(zone.SampleId))
            .Select(zone => (region, zone, Zones.Outage(call.State, zone.Name)));
        return new JsonObject
        {
            ["AvailabilityZones"] = new JsonArray([.. Filtering.Apply(call, zones).Select(item => Write(item.Region, item.Zone, item.Outage))]),
        };
    }

    private static IReadOnlyList<string> Wanted(OperationCall call, string parameter, string word, IEnumerable<string> known)
    {
        IReadOnlyList<string> wanted = call.Texts(parameter);
        List<string> unknown = [.. wanted.Except(known)];
        return unknown.Count == 0
            ? wanted
            : throw new ServiceError("InvalidParameterValue", $"Invalid availability {word}: [{string.Join(", ", unknown)}]");
    }

    private static JsonObject Write(RegionFacts region, ZoneFacts zone, Ec2ZoneOutage? outage) => new()
    {
        ["OptInStatus"] = zone.DefaultOptInStatus,
        ["Messages"] = Message(outage) is { } message ? new JsonArray(new JsonObject { ["Message"] = message }) : new JsonArray(),
        ["RegionName"] = region.Code,
        ["ZoneName"] = zone.Name,
        ["ZoneId"] = zone.SampleId,
        ["GroupName"] = zone.GroupName,
        ["NetworkBorderGroup"] = zone.NetworkBorderGroup,
        ["ZoneType"] = zone.Type.ToApiName(),
        ["ParentZoneName"] = ParentOf(region, zone)?.Name,
        ["ParentZoneId"] = zone.ParentZoneId,
        ["GroupLongName"] = zone.GroupLongName,
        ["Geography"] = Named(zone.Country),
        ["SubGeography"] = Named(zone.SubGeography),
        ["State"] = StateOf(outage),
    };

    private static string StateOf(Ec2ZoneOutage? outage) => outage is null ? "available" : "impaired";

    private static string? Message(Ec2ZoneOutage? outage) =>
        outage is null ? null : $"Instances in {outage.Zone} have been unreachable since {outage.Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.";

    private static ZoneFacts? ParentOf(RegionFacts region, ZoneFacts zone) =>
        zone.ParentZoneId is null ? null : region.Zones.FirstOrDefault(parent => parent.SampleId == zone.ParentZoneId);

    private static IEnumerable<string> Known(string? value) => value is null ? [] : [value];

    private static JsonArray? Named(string? name) => name is null ? null : [new JsonObject { ["Name"] = name }];
}
