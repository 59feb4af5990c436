using CloudEssentials.Operations.Regions;
using CloudEssentials.Regions;
using CloudEssentials.Tests.Clients;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Regions;

/// <summary>The map against an emulator that others wrote.</summary>
public sealed class RegionMapOfMotoTests(MotoServer moto) : IClassFixture<MotoServer>
{
    // The emulator fills in "a b c" where it has no table of its own, and its table has two of Beijing's three zones.
    private static readonly string[] _knownDifferences = ["cn-north-1"];

    [SkippableFact]
    public async Task The_emulator_and_the_catalogue_agree_on_the_zones_of_every_Region_that_is_enabled()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        TestHost host = new();

        List<RegionAZMap> maps = await host.RunAsync(
            new GetRegionAZMap(),
            new GetRegionAZMapRequest { EndpointUrl = moto.Url, AccessKey = "AKIAIOSFODNN7EXAMPLE", SecretKey = "secret" });

        Assert.Empty(host.Errors);
        RegionAZMap[] asked = [.. maps.Where(map => map.OptInStatus != "not-opted-in" && !_knownDifferences.Contains(map.Region))];
        Assert.True(asked.Length >= 20, $"{asked.Length} Regions");
        Assert.All(asked, map => Assert.Equal(RegionAZMap.Of(RegionCatalog.Default.Get(map.Region), ZoneType.AvailabilityZone, default).AZs, map.AZs));
        Assert.All(asked, map => Assert.Equal(moto.Url, map.Source));
    }
}
