using CloudEssentials.Operations.Regions;
using CloudEssentials.Regions;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Regions;

public sealed class ZoneResolverTests
{
    [Theory]
    [InlineData("us-east-2c", "us-east-2", "us-east-2c", "use2-az3", ZoneType.AvailabilityZone)]
    [InlineData("USE2-AZ3", "us-east-2", "us-east-2c", "use2-az3", ZoneType.AvailabilityZone)]
    [InlineData("us-east-1c", "us-east-1", "us-east-1c", null, ZoneType.AvailabilityZone)]
    [InlineData("use1-az4", "us-east-1", null, "use1-az4", ZoneType.AvailabilityZone)]
    [InlineData("us-west-2-lax-1a", "us-west-2", "us-west-2-lax-1a", "usw2-lax1-az1", ZoneType.LocalZone)]
    [InlineData("use1-wl1-bos-wlz1", "us-east-1", "us-east-1-wl1-bos-wlz-1", "use1-wl1-bos-wlz1", ZoneType.WavelengthZone)]
    public void A_name_or_an_id_tells_Region_zone_kind_and_id(string query, string region, string? name, string? id, ZoneType type)
    {
        ResolvedZone zone = ZoneResolver.Default.Resolve(query);

        Assert.Equal((region, name, id, type), (zone.Region, zone.ZoneName, zone.ZoneId, zone.ZoneType));
        Assert.Equal(query, zone.Query);
    }

    [Fact]
    public void What_each_account_has_for_itself_is_left_out_with_the_reason()
    {
        Assert.Contains("November 2025", ZoneResolver.Default.Resolve("us-east-1c").Note, StringComparison.Ordinal);
        Assert.Contains("November 2025", ZoneResolver.Default.Resolve("use1-az4").Note, StringComparison.Ordinal);
        Assert.Empty(ZoneResolver.Default.Resolve("us-east-2a").Note);
    }

    [Theory]
    [InlineData("us-east-1g", "ZoneUnknown", "us-east-1a")]
    [InlineData("use1-az9", "ZoneUnknown", "use1-az6")]
    [InlineData("us-east-9a", "RegionUnknown", "us-east-1")]
    [InlineData("eu-wset-1a", "RegionUnknown", "eu-west-1")]
    [InlineData("us-east-1", "ZoneInvalid", "us-east-1a")]
    [InlineData("useast1a", "ZoneInvalid", "use1-az4")]
    [InlineData("", "ZoneInvalid", "us-east-1c")]
    [InlineData("us-east-1-xyz-1a", "ZoneUnknown", "-ZoneType All")]
    public async Task An_impossible_name_is_an_error_that_says_why_and_the_others_come_through(string query, string id, string inRemedy)
    {
        TestHost host = new();

        List<ResolvedZone> zones = await host.RunAsync(new ResolveAvailabilityZone(), new ResolveAvailabilityZoneRequest { AvailabilityZone = [query, "us-east-2a"] });

        Assert.Equal("us-east-2a", Assert.Single(zones).ZoneName);
        CloudException error = Assert.Single(host.Errors);
        Assert.Equal(id, error.ErrorId);
        Assert.Contains(inRemedy, error.Remedy, StringComparison.Ordinal);
    }
}
