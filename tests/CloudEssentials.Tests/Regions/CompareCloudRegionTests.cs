using System.Collections;
using System.Net;
using System.Net.Sockets;
using CloudEssentials.Aws.Regions;
using CloudEssentials.Operations.Regions;
using CloudEssentials.Regions;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Regions;

public sealed class CompareCloudRegionTests
{
    private static Task<List<RegionComparison>> Compare(CompareCloudRegionRequest request, TestHost? host = null) =>
        (host ?? new TestHost()).RunAsync(new CompareCloudRegion(), request);

    [Fact]
    public async Task Offline_the_nearest_Region_leads_and_its_latency_is_named_an_estimate()
    {
        List<RegionComparison> rows = await Compare(new() { Offline = true, Location = "Berlin", Workload = WorkloadKind.Interactive });

        Assert.Equal("eu-central-1", rows[0].Region);
        Assert.Equal(1, rows[0].Rank);
        Assert.Contains("estimated by distance from Berlin", rows[0].LatencySource, StringComparison.Ordinal);
        Assert.Contains("Nearest", rows[0].Reason, StringComparison.Ordinal);
        Assert.Equal(34, rows.Count);
        Assert.Equal(Enumerable.Range(1, 34), rows.Select(row => row.Rank!.Value));
    }

    [Fact]
    public async Task A_Region_that_lacks_a_service_is_excluded_and_the_reason_says_which()
    {
        List<RegionComparison> rows = await Compare(new() { Offline = true, Location = "Auckland", Service = ["ec2", "workspaces"] });

        RegionComparison auckland = rows.Single(row => row.Region == "ap-southeast-6");
        Assert.True(auckland.Excluded);
        Assert.Null(auckland.Rank);
        Assert.Equal("Lacks workspaces.", auckland.Reason);
        Assert.Equal(["workspaces"], auckland.MissingServices);
    }

    [Fact]
    public async Task Compliance_leaves_only_the_places_that_are_allowed()
    {
        List<RegionComparison> country = await Compare(new() { Offline = true, Country = ["Germany", "FR"] });
        List<RegionComparison> geography = await Compare(new() { Offline = true, Geography = ["europe"], ExcludeRegion = ["eu-west-*"] });

        Assert.Equal(["eu-central-1", "eu-west-3"], country.Where(row => !row.Excluded).Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.Contains("not in Germany or FR", country.Single(row => row.Region == "us-east-1").Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(geography, row => !row.Excluded && row.Region.StartsWith("eu-west", StringComparison.Ordinal));
        Assert.Equal("Excluded by name.", geography.Single(row => row.Region == "eu-west-1").Reason);
    }

    [Fact]
    public async Task Another_partition_is_compared_by_itself()
    {
        List<RegionComparison> rows = await Compare(new() { Offline = true, Partition = "aws-us-gov" });

        Assert.Equal(["us-gov-east-1", "us-gov-west-1"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Weights_decide_between_a_near_and_a_cheap_Region()
    {
        RegionCandidate[] candidates =
        [
            new(RegionCatalog.Default.Get("eu-central-1"), 10, "measured", 0.0120m, "list"),
            new(RegionCatalog.Default.Get("us-east-1"), 90, "measured", 0.0104m, "list"),
        ];

        Assert.Equal("eu-central-1", Rank(candidates, RegionWeights.For(WorkloadKind.Interactive))[0].Region);
        Assert.Equal("us-east-1", Rank(candidates, RegionWeights.For(WorkloadKind.Interactive).With(new Hashtable { ["Latency"] = 0, ["price"] = 1 }))[0].Region);
    }

    [Fact]
    public void An_unknown_price_stays_unknown_and_wins_no_points()
    {
        RegionCandidate[] candidates =
        [
            new(RegionCatalog.Default.Get("us-east-1"), 50, "measured", null, "unknown"),
            new(RegionCatalog.Default.Get("us-east-2"), 50, "measured", 0.01m, "list"),
        ];

        IReadOnlyList<RegionComparison> rows = Rank(candidates, RegionWeights.For(WorkloadKind.Batch));

        Assert.Equal("us-east-2", rows[0].Region);
        Assert.Null(rows[1].HourlyPrice);
        Assert.Contains("price unknown", rows[1].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Latency", -1)]
    [InlineData("Beauty", 1)]
    [InlineData("Price", "much")]
    public async Task A_weight_that_cannot_be_ends_the_command(string name, object value)
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => Compare(new() { Offline = true, Weight = new Hashtable { [name] = value } }));

        Assert.Equal("WeightInvalid", error.ErrorId);
    }

    [Theory]
    [InlineData("Nowhereville", "LocationUnknown")]
    [InlineData("91,0", "LocationUnknown")]
    public async Task A_place_that_is_not_known_ends_the_command(string location, string id)
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => Compare(new() { Offline = true, Location = location }));

        Assert.Equal(id, error.ErrorId);
        Assert.Contains("52.5,13.4", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("52.5, 13.4", 52.5, 13.4)]
    [InlineData("München", 48.14, 11.58)]
    [InlineData("eu-west-1", 53.35, -6.26)]
    [InlineData("Oregon", 45.84, -119.70)]
    [InlineData("Sweden", 59.33, 18.07)]
    public void A_place_is_coordinates_a_city_a_Region_or_a_country(string text, double latitude, double longitude)
    {
        GeoPoint point = GeoPoint.Parse(text, RegionCatalog.Default);

        Assert.Equal((latitude, longitude), (point.Latitude, point.Longitude));
    }

    [Fact]
    public void Distances_are_those_of_the_globe()
    {
        GeoPoint london = new("London", 51.51, -0.13), newYork = new("New York", 40.71, -74.01);

        Assert.InRange(london.DistanceTo(newYork), 5540, 5600);
        Assert.InRange(LatencyEstimate.ForDistance(5570), 70, 100);
    }

    [Fact]
    public async Task Latency_is_the_median_of_the_round_trips_to_the_endpoint()
    {
        using TcpListener server = new(IPAddress.Loopback, 0);
        server.Start();
        LatencyProbe probe = new(3, TimeSpan.FromSeconds(5));

        LatencyMeasurement found = await probe.MeasureAsync(new($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}"), CancellationToken.None);

        Assert.InRange(found.Milliseconds!.Value, 0, 2000);
        Assert.Equal("median of 3 TCP round trips", found.Source);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_reached_has_no_latency()
    {
        using TcpListener server = new(IPAddress.Loopback, 0);
        server.Start();
        int port = ((IPEndPoint)server.LocalEndpoint).Port;
        server.Stop();

        LatencyMeasurement found = await new LatencyProbe(3, TimeSpan.FromSeconds(2)).MeasureAsync(new($"http://127.0.0.1:{port}"), CancellationToken.None);

        Assert.Null(found.Milliseconds);
        Assert.StartsWith("unknown", found.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_sandbox_latency_is_estimated_and_prices_are_unknown_with_a_warning()
    {
        TestHost host = new FakeEc2 { Refusal = (_, _) => ("InvalidAction", "no") }.Host();

        List<RegionComparison> rows = await Compare(new() { Region = ["eu-*"], Location = "Paris", InstanceType = "t3.micro" }, host);

        Assert.Equal("eu-west-3", rows[0].Region);
        Assert.All(rows, row => Assert.Null(row.HourlyPrice));
        Assert.Contains(host.Warnings, warning => warning.StartsWith("Prices are not compared", StringComparison.Ordinal));
    }

    [Fact]
    public void A_product_of_the_price_list_is_read()
    {
        Dictionary<string, decimal> prices = [];

        PriceGateway.Read("""{"product":{"attributes":{"regionCode":"eu-west-1","instanceType":"t3.micro"}},"terms":{"OnDemand":{"A.B":{"priceDimensions":{"A.B.C":{"unit":"Hrs","pricePerUnit":{"USD":"0.0114000000"}}}}}}}""", prices);

        Assert.Equal(0.0114m, prices["eu-west-1"]);
    }

    private static IReadOnlyList<RegionComparison> Rank(RegionCandidate[] candidates, RegionWeights weights) =>
        new RegionRanking(new(), weights, RegionalServiceCatalog.Default).Rank(candidates);
}
