using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Regions;

namespace CloudEssentials.Aws.Regions;

/// <summary>Asks EC2 for Regions and zones.</summary>
/// <param name="connection">As whom, and where.</param>
public sealed class RegionGateway(AwsConnection connection)
{
    /// <summary>Who answers: AWS, the sandbox, or the address that was given.</summary>
    public string Source => connection.IsSandbox ? "Sandbox" : connection.EndpointUrl?.GetLeftPart(UriPartial.Authority) ?? "AWS";

    /// <summary>The account's Regions, by code (<c>ec2:DescribeRegions</c>).</summary>
    /// <param name="all">True for those too that are not enabled.</param>
    /// <param name="region">The Region to ask.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<ListedRegion>> ListAsync(bool all, string region, CancellationToken cancellationToken)
    {
        DescribeRegionsResponse answer = await Client(region)
            .DescribeRegionsAsync(new() { AllRegions = all }, cancellationToken)
            .ConfigureAwait(false);
        List<ListedRegion> regions = [];
        foreach (Region listed in answer.Regions ?? [])
            regions.Add(new(listed.RegionName, listed.Endpoint ?? "", listed.OptInStatus ?? "opt-in-not-required", listed.Geography is [{ } first, ..] ? first.Name : null));
        regions.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        return regions;
    }

    /// <summary>The zones of a Region, Availability Zones first, each kind by name (<c>ec2:DescribeAvailabilityZones</c>).</summary>
    /// <param name="region">The Region.</param>
    /// <param name="types">The kinds to give; Local and Wavelength Zones also where they are not enabled.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<ZoneDetail>> ListZonesAsync(string region, ZoneType types, CancellationToken cancellationToken)
    {
        bool edges = (types & ~ZoneType.AvailabilityZone) != 0;
        DescribeAvailabilityZonesResponse answer = await Client(region)
            .DescribeAvailabilityZonesAsync(new() { AllAvailabilityZones = edges ? true : null }, cancellationToken)
            .ConfigureAwait(false);
        List<ZoneDetail> zones = [];
        foreach (AvailabilityZone zone in answer.AvailabilityZones ?? [])
        {
            ZoneDetail detail = ToDetail(zone, region);
            if ((detail.ZoneType & types) != 0)
                zones.Add(detail);
        }

        zones.Sort((a, b) => a.ZoneType != b.ZoneType ? a.ZoneType.CompareTo(b.ZoneType) : string.CompareOrdinal(a.ZoneName, b.ZoneName));
        return zones;
    }

    private static ZoneDetail ToDetail(AvailabilityZone zone, string region) => new()
    {
        ZoneName = zone.ZoneName,
        ZoneId = zone.ZoneId,
        State = zone.State?.Value,
        ZoneType = zone.ZoneType is null ? ZoneType.AvailabilityZone : ZoneTypes.FromApiName(zone.ZoneType),
        GroupName = zone.GroupName,
        GroupLongName = zone.GroupLongName,
        NetworkBorderGroup = zone.NetworkBorderGroup,
        ParentZone = zone.ParentZoneName ?? zone.ParentZoneId,
        OptInStatus = zone.OptInStatus?.Value,
        Country = zone.Geography is [{ } geography, ..] ? geography.Name : null,
        SubGeography = zone.SubGeography is [{ } sub, ..] ? sub.Name : null,
        Messages = zone.Messages is null ? [] : [.. zone.Messages.Select(message => message.Message)],
        Region = zone.RegionName ?? region,
    };

    private AmazonEC2Client Client(string region) =>
        connection.Client<AmazonEC2Client, AmazonEC2Config>(static (credentials, config) => new(credentials, config), region);
}
