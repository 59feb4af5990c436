using System.Collections;
using CloudEssentials.Operations.Regions;
using CloudEssentials.Regions;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Regions;

public sealed class ZoneResilienceTests
{
    private static async Task<ZoneResilience> Judge(params object[] items) =>
        Assert.Single(await new TestHost().RunAsync(new TestZoneResilience(), new TestZoneResilienceRequest { InputObject = items }));

    [Fact]
    public async Task One_zone_does_not_survive_and_the_advice_names_another()
    {
        ZoneResilience result = await Judge("us-east-2a", "us-east-2a");

        Assert.False(result.Survives);
        Assert.Equal((2, 1, 100.0, 0), (result.ItemCount, result.ZoneCount, result.FullestPercent, result.RemainingCount));
        Assert.Contains("us-east-2b", result.Advice[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_zones_survive_and_the_share_of_the_fullest_is_told()
    {
        ZoneResilience result = await Judge("us-east-2a", "us-east-2a", "us-east-2b");

        Assert.True(result.Survives);
        Assert.Equal(("us-east-2a", 66.7, 1, 33.3), (result.FullestZone, result.FullestPercent, result.RemainingCount, result.RemainingPercent));
    }

    [Fact]
    public async Task Three_even_zones_need_no_advice() => Assert.Empty((await Judge("us-east-2a", "us-east-2b", "us-east-2c")).Advice);

    [Fact]
    public async Task An_uneven_spread_is_told()
    {
        ZoneResilience result = await Judge([.. Enumerable.Repeat<object>("us-east-2a", 8), "us-east-2b", "us-east-2c"]);

        Assert.True(result.Survives);
        Assert.Contains(result.Advice, advice => advice.StartsWith("Spread them evenly", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_and_its_id_are_one_zone() => Assert.Equal(1, (await Judge("us-east-2a", "use2-az1")).ZoneCount);

    [Fact]
    public async Task As_many_must_remain_as_are_asked_for()
    {
        TestZoneResilienceRequest request = new() { InputObject = ["us-east-2a", "us-east-2b", "us-east-2c"], MinimumRemaining = 4 };

        ZoneResilience result = Assert.Single(await new TestHost().RunAsync(new TestZoneResilience(), request));

        Assert.False(result.Survives);
        Assert.Contains("at least 6 over 3 zones", result.Advice[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_subnets_reservations_groups_and_hashtables_are_understood()
    {
        ZoneResilience result = await Judge(
            new { InstanceId = "i-1", Placement = new { AvailabilityZone = "us-east-2a" }, State = new { Name = "running" } },
            new { SubnetId = "subnet-1", AvailabilityZone = "us-east-2b", State = "available" },
            new { ReservationId = "r-1", Instances = new[] { new { Placement = new { AvailabilityZone = "us-east-2c" } } } },
            new { AutoScalingGroupName = "web", AvailabilityZones = new[] { "us-east-2a", "us-east-2b" }, Instances = Array.Empty<object>() },
            new { LoadBalancerName = "lb", AvailabilityZones = new[] { new { ZoneName = "us-east-2c" } } },
            new Hashtable { ["AvailabilityZone"] = "us-east-2a" });

        Assert.Equal((7, 3), (result.ItemCount, result.ZoneCount));
    }

    [Fact]
    public async Task Stopped_and_terminated_instances_do_not_count()
    {
        ZoneResilience result = await Judge(
            new { AvailabilityZone = "us-east-2a", State = new { Name = "running" } },
            new { AvailabilityZone = "us-east-2b", State = new { Name = "terminated" } },
            new { AvailabilityZone = "us-east-2b", State = "stopped" });

        Assert.Equal((1, false), (result.ItemCount, result.Survives));
    }

    [Fact]
    public async Task An_object_without_a_zone_is_one_error_and_the_others_count()
    {
        TestHost host = new();

        List<ZoneResilience> results = await host.RunAsync(new TestZoneResilience(), new TestZoneResilienceRequest { InputObject = [new { Name = "bucket-1" }, "us-east-2a"] });

        Assert.Equal(1, Assert.Single(results).ItemCount);
        CloudException error = Assert.Single(host.Errors);
        Assert.Equal("ZoneMissing", error.ErrorId);
        Assert.Contains("bucket-1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_at_work_the_command_ends()
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => Judge(new { AvailabilityZone = "us-east-2a", State = "terminated" }));

        Assert.Equal("NoZones", error.ErrorId);
    }

    [Fact]
    public async Task Zones_of_two_Regions_and_Local_Zones_are_pointed_out()
    {
        ZoneResilience result = await Judge("us-east-2a", "eu-west-1a", "us-west-2-lax-1a");

        Assert.Contains(result.Advice, advice => advice.Contains("3 Regions", StringComparison.Ordinal));
        Assert.Contains(result.Advice, advice => advice.Contains("us-west-2-lax-1a depends on its parent", StringComparison.Ordinal));
    }
}
