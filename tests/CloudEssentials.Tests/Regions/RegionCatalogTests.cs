using Amazon;
using CloudEssentials.Regions;

namespace CloudEssentials.Tests.Regions;

public sealed class RegionCatalogTests
{
    private static RegionCatalog Catalog => RegionCatalog.Default;

    public static TheoryData<string> SdkRegions => [.. RegionEndpoint.EnumerableAllRegions.Select(region => region.SystemName)];

    [Theory]
    [MemberData(nameof(SdkRegions))]
    public void Every_Region_of_the_SDK_is_there_with_name_country_geography_and_coordinates(string code)
    {
        RegionEndpoint endpoint = RegionEndpoint.GetBySystemName(code);

        RegionFacts region = Catalog.Get(code);

        Assert.Equal(endpoint.DisplayName, region.Name);
        Assert.Equal(endpoint.PartitionName, region.Partition);
        Assert.Equal(endpoint.PartitionDnsSuffix, region.DnsSuffix);
        Assert.NotEmpty(region.Country);
        Assert.Matches("^[A-Z]{2}$", region.CountryCode);
        Assert.NotEmpty(region.Geography);
        Assert.NotEmpty(region.Location);
        Assert.InRange(region.Latitude, -56, 72);
        Assert.InRange(region.Longitude, -180, 180);
        Assert.False(region.Latitude == 0 && region.Longitude == 0);
    }

    [Fact]
    public void The_catalogue_names_its_date_and_its_sources()
    {
        Assert.InRange(Catalog.Date, new DateOnly(2026, 11, 1), new DateOnly(2100, 1, 1));
        Assert.Contains("AWSSDK.Core 4.", Catalog.Source, StringComparison.Ordinal);
        Assert.Contains("botocore", Catalog.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void North_Virginia_has_six_zones_whose_names_are_each_accounts_own()
    {
        RegionFacts region = Catalog.Get("us-east-1");
        ZoneFacts[] zones = [.. region.Zones.Where(zone => zone.Type == ZoneType.AvailabilityZone)];

        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f"], zones.Select(zone => zone.Name));
        Assert.All(zones, zone => Assert.Null(zone.Id));
        Assert.Equal(6, zones.Select(zone => zone.SampleId).Distinct().Count());
        Assert.Equal(["use1-az1", "use1-az2", "use1-az3", "use1-az4", "use1-az5", "use1-az6"], region.ZoneIds);
    }

    [Theory]
    [InlineData("us-east-2a", "use2-az1")]
    [InlineData("eu-central-1a", "euc1-az2")]
    [InlineData("ap-northeast-3a", "apne3-az3")]
    [InlineData("ca-central-1d", "cac1-az4")]
    [InlineData("us-gov-east-1c", "usge1-az3")]
    public void A_zone_of_a_newer_Region_has_one_id_for_all_accounts(string name, string id)
    {
        ZoneFacts zone = Catalog.Regions.SelectMany(region => region.Zones).Single(zone => zone.Name == name);

        Assert.Equal(id, zone.Id);
        Assert.Equal("opt-in-not-required", zone.DefaultOptInStatus);
    }

    [Fact]
    public void A_Local_Zone_knows_its_group_its_place_and_its_parent()
    {
        ZoneFacts boston = Catalog.Get("us-east-1").Zones.Single(zone => zone.Name == "us-east-1-bos-1a");

        Assert.Equal(ZoneType.LocalZone, boston.Type);
        Assert.Equal("use1-bos1-az1", boston.Id);
        Assert.Equal("us-east-1-bos-1", boston.GroupName);
        Assert.Equal("US East (Boston)", boston.GroupLongName);
        Assert.Equal("us-east-1-bos-1", boston.NetworkBorderGroup);
        Assert.Equal("use1-az4", boston.ParentZoneId);
        Assert.Equal("Massachusetts", boston.SubGeography);
        Assert.Equal("not-opted-in", boston.DefaultOptInStatus);
    }

    [Fact]
    public void A_Wavelength_Zone_shares_a_group_and_has_a_border_group_of_its_own()
    {
        ZoneFacts boston = Catalog.Get("us-east-1").Zones.Single(zone => zone.Name == "us-east-1-wl1-bos-wlz-1");

        Assert.Equal(ZoneType.WavelengthZone, boston.Type);
        Assert.Equal("use1-wl1-bos-wlz1", boston.Id);
        Assert.Equal("us-east-1-wl1", boston.GroupName);
        Assert.Equal("us-east-1-wl1-bos-wlz-1", boston.NetworkBorderGroup);
    }

    [Fact]
    public void Every_open_Region_of_the_public_partitions_has_at_least_two_zones_and_no_zone_twice()
    {
        foreach (string partition in (string[])["aws", "aws-cn", "aws-us-gov", "aws-eusc"])
        {
            foreach (RegionFacts region in Catalog.InPartition(partition))
            {
                Assert.True(region.Zones.Count(zone => zone.Type == ZoneType.AvailabilityZone) >= 2, region.Code);
                Assert.All(region.Zones, zone => Assert.StartsWith(region.Code, zone.Name, StringComparison.Ordinal));
            }
        }

        string[] names = [.. Catalog.Regions.SelectMany(region => region.Zones).Select(zone => zone.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        string[] ids = [.. Catalog.Regions.SelectMany(region => region.Zones).Select(zone => zone.SampleId).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void The_public_partition_had_34_open_Regions_of_which_17_need_opting_in()
    {
        RegionFacts[] regions = [.. Catalog.InPartition("aws")];

        Assert.Equal(34, regions.Length);
        Assert.Equal(17, regions.Count(region => region.OptInRequired));
    }

    [Theory]
    [InlineData("eu-wets-1", "eu-west-1")]
    [InlineData("us-esat-1", "us-east-1")]
    [InlineData("Frankfurt", "eu-central-1")]
    [InlineData("ireland", "eu-west-1")]
    public void An_unknown_Region_suggests_those_that_may_have_been_meant(string wanted, string meant)
    {
        CloudException error = Assert.Throws<CloudException>(() => Catalog.Get(wanted));

        Assert.Equal("RegionUnknown", error.ErrorId);
        Assert.Equal(CloudErrorCategory.ObjectNotFound, error.Category);
        Assert.Contains(meant, error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_catalogue_is_said_to_be_one()
    {
        CloudException error = Assert.Throws<CloudException>(() => RegionCatalog.Parse("R\tx\tname\taws\tamazonaws.com\tUS\tUSA\tNorth\tHere\t\tnorth\twest\n"));

        Assert.Equal("CatalogUnreadable", error.ErrorId);
    }
}
