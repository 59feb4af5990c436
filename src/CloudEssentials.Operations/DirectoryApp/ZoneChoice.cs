using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.Aws.Regions;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Chooses the zones of an application.</summary>
internal sealed class ZoneChoice(AccountPlace account, DirectoryAppSpec spec, CancellationToken cancellationToken)
{
    /// <summary>The zones, in the order of the subnets.</summary>
    internal async Task<IReadOnlyList<string>> ChooseAsync()
    {
        Task<IReadOnlyList<ZoneDetail>> listed = new RegionGateway(account.Connection).ListZonesAsync(spec.Region, ZoneType.AvailabilityZone, cancellationToken);
        Task<IReadOnlyList<string>> standing = new DirectoryAppGateway(account.Connection, account.AccountId, spec.Name).ZonesAsync(cancellationToken);
        Task<IReadOnlyList<string>> offering = new LaunchGateway(account.Connection).ZonesOfferingAsync(spec.InstanceType, cancellationToken);
        await Task.WhenAll(listed, standing, offering).ConfigureAwait(false);
        string[] zones = [.. (await listed.ConfigureAwait(false)).Where(zone => zone.State is null or "available").Select(zone => zone.ZoneName)];
        IReadOnlyList<string> able = await offering.ConfigureAwait(false);
        if (able.Count == 0)
            throw NotOffered($"{spec.InstanceType} is not to be had in {spec.Region}.", "Choose another type, or another -Region.");
        if (spec.Zones.Count > 0)
            return Named(zones, able);
        string[] chosen = [.. (await standing.ConfigureAwait(false)).Concat(zones.Where(able.Contains)).Distinct().Take(spec.ZoneCount)];
        return chosen.Length == spec.ZoneCount ? chosen : throw TooFew([.. zones.Where(able.Contains)]);
    }

    private IReadOnlyList<string> Named(string[] zones, IReadOnlyList<string> able)
    {
        if (spec.Zones.FirstOrDefault(zone => !zones.Contains(zone)) is { } unknown)
            throw new CloudException("ZoneUnknown", $"-Zone: '{unknown}' is no zone of {spec.Region} that is available.", CloudErrorCategory.InvalidArgument, unknown, $"Choose of {string.Join(", ", zones)}.");
        if (spec.Zones.FirstOrDefault(zone => !able.Contains(zone)) is { } unable)
            throw NotOffered($"{spec.InstanceType} is not to be had in {unable}.", $"It is to be had in {string.Join(", ", able)}: name zones of these, or another type.");
        return spec.Zones;
    }

    private CloudException NotOffered(string fault, string remedy) =>
        new("InstanceTypeNotOffered", $"-InstanceType: {fault}", CloudErrorCategory.InvalidArgument, spec.InstanceType, remedy);

    private CloudException TooFew(string[] able) => new(
        "ZonesTooFew",
        $"-ZoneCount: {spec.ZoneCount} zones are asked for, and {spec.InstanceType} is to be had in {able.Length} of {spec.Region}: {string.Join(", ", able)}.",
        CloudErrorCategory.InvalidArgument,
        spec.ZoneCount,
        "Ask for fewer, choose another type, or another -Region.");
}
