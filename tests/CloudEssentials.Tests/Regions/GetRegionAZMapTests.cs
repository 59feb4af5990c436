using System.Diagnostics;
using CloudEssentials.Operations.Regions;
using CloudEssentials.Regions;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Regions;

public sealed class GetRegionAZMapTests
{
    [Fact]
    public async Task Offline_gives_the_34_Regions_of_the_public_partition_with_date_and_without_a_call()
    {
        TestHost host = new();

        List<RegionAZMap> maps = await host.RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { Offline = true });

        Assert.Equal(34, maps.Count);
        Assert.Equal(maps.Select(map => map.Region).Order(StringComparer.Ordinal), maps.Select(map => map.Region));
        RegionAZMap virginia = maps.Single(map => map.Region == "us-east-1");
        Assert.Equal("US East (N. Virginia)", virginia.Name);
        Assert.Equal("North America", virginia.Geography);
        Assert.Equal("United States of America", virginia.Country);
        Assert.Equal("aws", virginia.Partition);
        Assert.Equal("opt-in-not-required", virginia.OptInStatus);
        Assert.Equal("ec2.us-east-1.amazonaws.com", virginia.Endpoint);
        Assert.Equal(6, virginia.ZoneCount);
        Assert.Equal("a b c d e f", virginia.AZs);
        Assert.Equal($"Catalogue of {RegionCatalog.Default.Date:yyyy-MM-dd}", virginia.Source);
        Assert.Empty(host.Warnings);
        Assert.Empty(host.Errors);
    }

    [Fact]
    public async Task Wildcards_and_names_choose_Regions_in_any_case()
    {
        List<RegionAZMap> maps = await new TestHost().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { Offline = true, Region = ["us-*", "EU-WEST-1"] });

        Assert.Equal(["eu-west-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"], maps.Select(map => map.Region));
    }

    [Fact]
    public async Task Offline_an_unknown_Region_is_one_error_with_the_nearest_names_and_the_others_come_through()
    {
        TestHost host = new();

        List<RegionAZMap> maps = await host.RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { Offline = true, Region = ["eu-wets-1", "us-east-2"] });

        Assert.Equal("us-east-2", Assert.Single(maps).Region);
        CloudException error = Assert.Single(host.Errors);
        Assert.Equal("RegionUnknown", error.ErrorId);
        Assert.Equal("eu-wets-1", error.Target);
        Assert.Contains("eu-west-1", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_partition_and_kinds_of_zones_can_be_asked_for()
    {
        List<RegionAZMap> china = await new TestHost().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { Offline = true, Partition = "aws-cn" });
        List<RegionAZMap> oregon = await new TestHost().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { Offline = true, Region = ["us-west-2"], ZoneType = ZoneType.LocalZone });

        Assert.Equal(["cn-north-1", "cn-northwest-1"], china.Select(map => map.Region));
        Assert.Equal("ec2.cn-north-1.amazonaws.com.cn", china[0].Endpoint);
        Assert.Contains("lax-1a", Assert.Single(oregon).AZs, StringComparison.Ordinal);
        Assert.All(oregon[0].Zones, zone => Assert.Equal(ZoneType.LocalZone, zone.ZoneType));
    }

    [Fact]
    public async Task AllRegions_offline_adds_those_that_were_only_announced()
    {
        List<RegionAZMap> maps = await new TestHost().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { Offline = true, AllRegions = true });

        Assert.Contains(maps, map => map.Region == "sa-west-1" && map.ZoneCount == 0);
        Assert.DoesNotContain(maps, map => map.Region == "us-east-1-regional");
    }

    [Theory]
    [InlineData("aws-xx", 64, "PartitionUnknown")]
    [InlineData(null, 0, "ThrottleLimitInvalid")]
    [InlineData(null, 201, "ThrottleLimitInvalid")]
    public async Task What_cannot_be_right_ends_the_command(string? partition, int throttle, string id)
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() =>
            new TestHost().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { Offline = true, Partition = partition, ThrottleLimit = throttle }));

        Assert.Equal(id, error.ErrorId);
        Assert.Equal(CloudErrorCategory.InvalidArgument, error.Category);
    }

    [Fact]
    public async Task Live_Regions_come_in_order_with_the_zones_that_each_answered()
    {
        FakeEc2 ec2 = new() { Delay = (region, _) => TimeSpan.FromMilliseconds(region == "af-south-1" ? 150 : 0) };

        List<RegionAZMap> maps = await ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest());

        Assert.Equal(["af-south-1", "eu-west-1", "us-east-1", "us-west-2"], maps.Select(map => map.Region));
        Assert.All(maps, map => Assert.Equal("Sandbox", map.Source));
        Assert.All(maps, map => Assert.Equal("123456789012", map.AccountId));
        Assert.Equal("us-west-2-id1", maps[3].Zones[0].ZoneId);
        Assert.Equal("available", maps[3].Zones[0].State);
        Assert.Equal("US West (Oregon)", maps[3].Name);
    }

    [Fact]
    public async Task A_quick_Region_is_given_while_a_slow_one_still_works()
    {
        FakeEc2 ec2 = new() { Delay = (region, action) => TimeSpan.FromSeconds(region == "us-west-2" && action == "DescribeAvailabilityZones" ? 30 : 0) };
        List<string> seen = [];

        await foreach (RegionAZMap map in new GetRegionAZMap().RunAsync(new(), ec2.Host(), CancellationToken.None))
        {
            seen.Add(map.Region);
            if (map.Region == "us-east-1")
                break;
        }

        Assert.Equal(["af-south-1", "eu-west-1", "us-east-1"], seen);
    }

    [Fact]
    public async Task Regions_are_asked_all_at_once_unless_the_throttle_says_less()
    {
        FakeEc2 free = new() { Delay = (_, _) => TimeSpan.FromMilliseconds(200) }, held = new() { Delay = (_, _) => TimeSpan.FromMilliseconds(20) };

        await free.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest());
        await held.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { ThrottleLimit = 1 });

        Assert.Equal(4, free.MostAtOnce);
        Assert.Equal(1, held.MostAtOnce);
    }

    [Fact]
    public async Task Without_a_throttle_all_34_Regions_of_an_account_are_under_way_together()
    {
        TaskCompletionSource all = new();
        FakeEc2? ec2 = null;
        ec2 = new()
        {
            Regions = [.. RegionCatalog.Default.InPartition("aws").Select(region => (region.Code, region.OptInRequired ? "opted-in" : "opt-in-not-required"))],
            Wait = action => action == "DescribeAvailabilityZones" && ec2!.Calls.Count == 35 ? Release(all) : action == "DescribeRegions" ? Task.CompletedTask : all.Task,
        };

        List<RegionAZMap> maps = await ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest()).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(34, maps.Count);
    }

    [Fact]
    public async Task A_denied_Region_is_one_error_and_the_others_come_through()
    {
        FakeEc2 ec2 = new() { Refusal = (region, _) => region == "eu-west-1" ? ("UnauthorizedOperation", "You are not authorized to perform this operation with an explicit deny in a service control policy") : null };
        TestHost host = ec2.Host();

        List<RegionAZMap> maps = await host.RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest());

        Assert.Equal(["af-south-1", "us-east-1", "us-west-2"], maps.Select(map => map.Region));
        CloudException error = Assert.Single(host.Errors);
        Assert.Equal("eu-west-1", error.Target);
        Assert.Equal(CloudErrorCategory.PermissionDenied, error.Category);
        Assert.StartsWith("eu-west-1: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_connections_own_Region_is_denied_another_lists_the_Regions()
    {
        FakeEc2 ec2 = new() { Refusal = (region, _) => region == "us-east-1" ? ("UnauthorizedOperation", "denied") : null };
        TestHost host = ec2.Host("us-east-1");

        List<RegionAZMap> maps = await host.RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest());

        Assert.Equal(["af-south-1", "eu-west-1", "us-west-2"], maps.Select(map => map.Region));
        Assert.Equal("us-east-1", Assert.Single(host.Errors).Target);
    }

    [Theory]
    [InlineData("AuthFailure", "AWS was not able to validate the provided access credentials")]
    [InlineData("RequestExpired", "Request has expired.")]
    public async Task Wrong_or_expired_credentials_are_an_error_and_never_the_catalogue(string code, string message)
    {
        FakeEc2 ec2 = new() { Refusal = (_, _) => (code, message) };

        Exception failure = await Assert.ThrowsAnyAsync<Exception>(() => ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest()));

        Assert.Contains(code, CloudEssentials.Operations.CloudErrors.From(failure).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllRegions_gives_those_that_are_not_opted_in_as_rows_without_zones_uncalled()
    {
        FakeEc2 ec2 = new() { Regions = [("us-east-1", "opt-in-not-required"), ("me-south-1", "not-opted-in"), ("eu-south-1", "opted-in")] };

        List<RegionAZMap> enabled = await ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest());
        List<RegionAZMap> all = await ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { AllRegions = true });

        Assert.Equal(["eu-south-1", "us-east-1"], enabled.Select(map => map.Region));
        Assert.Equal(["eu-south-1", "me-south-1", "us-east-1"], all.Select(map => map.Region));
        Assert.Equal(0, all[1].ZoneCount);
        Assert.Equal("not-opted-in", all[1].OptInStatus);
        Assert.DoesNotContain(ec2.Calls, call => call.Region == "me-south-1");
    }

    [Fact]
    public async Task A_Region_named_that_the_account_has_not_enabled_says_so()
    {
        TestHost host = new FakeEc2().Host();

        List<RegionAZMap> maps = await host.RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { Region = ["me-south-1", "cn-north-1", "us-esat-1", "us-west-2"] });

        Assert.Equal("us-west-2", Assert.Single(maps).Region);
        Assert.Equal(["RegionNotOptedIn", "RegionOfOtherPartition", "RegionUnknown"], host.Errors.Select(error => error.ErrorId));
    }

    [Fact]
    public async Task A_Region_that_the_catalogue_does_not_know_yet_is_shown_as_AWS_gives_it()
    {
        FakeEc2 ec2 = new() { Regions = [("xx-north-9", "opted-in")] };

        List<RegionAZMap> maps = await ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest());

        Assert.Equal("xx-north-9", Assert.Single(maps).Name);
        Assert.Equal(2, maps[0].ZoneCount);
    }

    [Fact]
    public async Task Local_Zones_tell_group_parent_and_messages()
    {
        const string more = "<groupName>us-east-1-bos-1</groupName><parentZoneName>us-east-1c</parentZoneName><optInStatus>opted-in</optInStatus><messageSet><item><message>Under work.</message></item></messageSet>";
        FakeEc2 ec2 = new()
        {
            Regions = [("us-east-1", "opt-in-not-required")],
            Zones = _ => FakeEc2.Zone("us-east-1-bos-1a", "use1-bos1-az1", "local-zone", more) + FakeEc2.Zone("us-east-1a", "use1-az6"),
        };

        RegionAZMap all = Assert.Single(await ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest { ZoneType = ZoneType.All }));
        RegionAZMap plain = Assert.Single(await ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest()));

        Assert.Equal(["us-east-1a", "us-east-1-bos-1a"], all.Zones.Select(zone => zone.ZoneName));
        Assert.Equal(("us-east-1-bos-1", "us-east-1c", "opted-in"), (all.Zones[1].GroupName, all.Zones[1].ParentZone, all.Zones[1].OptInStatus));
        Assert.Equal("Under work.", Assert.Single(all.Zones[1].Messages));
        Assert.Equal("us-east-1a", Assert.Single(plain.Zones).ZoneName);
    }

    [Fact]
    public async Task Stopping_ends_every_call_at_once()
    {
        FakeEc2 ec2 = new() { Delay = (_, action) => TimeSpan.FromSeconds(action == "DescribeRegions" ? 0 : 60) };
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(300));
        long start = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ec2.Host().RunAsync(new GetRegionAZMap(), new GetRegionAZMapRequest(), stop.Token));

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 20);
    }

    private static Task Release(TaskCompletionSource waiting)
    {
        waiting.TrySetResult();
        return waiting.Task;
    }
}
