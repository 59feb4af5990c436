using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class Ec2OperationTests : IDisposable
{
    private readonly SandboxAccount account = new(new SandboxOptions { OptedInRegions = ["af-south-1"] });
    private readonly WireClient client;

    public Ec2OperationTests() => client = new WireClient(account);

    public void Dispose()
    {
        client.Dispose();
        account.Dispose();
    }

    [Fact]
    public async Task Regions_are_those_that_the_account_may_use()
    {
        WireAnswer answer = await client.Ec2("DescribeRegions");

        IReadOnlyList<string> names = answer.All("regionName");
        Assert.Equal(200, answer.Status);
        Assert.Contains("us-east-1", names);
        Assert.Contains("af-south-1", names);
        Assert.DoesNotContain("me-south-1", names);
        Assert.DoesNotContain("cn-north-1", names);
        Assert.Contains("ec2.us-east-1.amazonaws.com", answer.All("regionEndpoint"));
    }

    [Fact]
    public async Task All_Regions_say_whether_they_are_opted_in()
    {
        WireAnswer answer = await client.Ec2("DescribeRegions", ("AllRegions", "true"));

        Dictionary<string, string> status = answer.All("regionName").Zip(answer.All("optInStatus")).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.Equal("opt-in-not-required", status["eu-west-1"]);
        Assert.Equal("opted-in", status["af-south-1"]);
        Assert.Equal("not-opted-in", status["me-south-1"]);
    }

    [Fact]
    public async Task An_answer_is_the_document_that_EC2_writes()
    {
        WireAnswer answer = await client.Ec2("DescribeRegions", ("RegionName.1", "eu-west-1"));

        Assert.Equal("{http://ec2.amazonaws.com/doc/2016-11-15/}DescribeRegionsResponse", answer.Xml.Name.ToString());
        Assert.Equal("eu-west-1", Assert.Single(answer.All("regionName")));
        Assert.Equal(answer.RequestId, answer.Text("requestId"));
    }

    [Fact]
    public async Task A_Region_that_does_not_exist_is_named()
    {
        WireAnswer answer = await client.Ec2("DescribeRegions", ("RegionName.1", "eu-west-1"), ("RegionName.2", "eu-west-9"));

        Assert.Equal(400, answer.Status);
        Assert.Equal("InvalidParameterValue", answer.Code);
        Assert.Equal("Invalid region: [eu-west-9]", answer.Message);
        Assert.Equal("Response", answer.Xml.Name.ToString());
        Assert.Equal(answer.RequestId, answer.Text("RequestID"));
    }

    [Theory]
    [InlineData("region-name", "eu-*", "eu-west-1", "us-east-1")]
    [InlineData("region-name", "?s-east-1", "us-east-1", "eu-west-1")]
    [InlineData("opt-in-status", "opted-in", "af-south-1", "us-east-1")]
    [InlineData("endpoint", "ec2.sa-*", "sa-east-1", "us-east-1")]
    public async Task Filters_take_wildcards(string name, string pattern, string match, string miss)
    {
        WireAnswer answer = await client.Ec2("DescribeRegions", ("Filter.1.Name", name), ("Filter.1.Value.1", pattern));

        Assert.Contains(match, answer.All("regionName"));
        Assert.DoesNotContain(miss, answer.All("regionName"));
    }

    [Fact]
    public async Task A_filter_that_EC2_does_not_know_is_refused()
    {
        WireAnswer answer = await client.Ec2("DescribeRegions", ("Filter.1.Name", "colour"), ("Filter.1.Value.1", "blue"));

        Assert.Equal("InvalidParameterValue", answer.Code);
        Assert.Equal("The filter 'colour' is invalid", answer.Message);
    }

    [Fact]
    public async Task The_largest_Region_has_six_zones()
    {
        WireAnswer answer = await client.Ec2("DescribeAvailabilityZones");

        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1e", "us-east-1f"], answer.All("zoneName"));
        Assert.Equal(6, answer.All("zoneId").Distinct().Count());
        Assert.All(answer.All("zoneState"), state => Assert.Equal("available", state));
        Assert.All(answer.All("optInStatus"), status => Assert.Equal("opt-in-not-required", status));
    }

    [Fact]
    public async Task All_zones_include_local_and_Wavelength_Zones_with_their_parents()
    {
        WireAnswer answer = await client.Ec2("DescribeAvailabilityZones", ("AllAvailabilityZones", "true"));
        WireAnswer local = await client.Ec2("DescribeAvailabilityZones", ("AllAvailabilityZones", "true"), ("ZoneName.1", "us-east-1-atl-1a"));

        Assert.Equal(["availability-zone", "local-zone", "wavelength-zone"], answer.All("zoneType").Distinct().Order());
        Assert.Equal("us-east-1-atl-1", local.Text("groupName"));
        Assert.Equal("not-opted-in", local.Text("optInStatus"));
        Assert.Equal("use1-az4", local.Text("parentZoneId"));
        Assert.Equal("us-east-1d", local.Text("parentZoneName"));
    }

    [Theory]
    [InlineData("ZoneName.1", "us-east-1z", "Invalid availability zone: [us-east-1z]")]
    [InlineData("ZoneName.1", "eu-west-1a", "Invalid availability zone: [eu-west-1a]")]
    [InlineData("ZoneId.1", "use1-az9", "Invalid availability zone-id: [use1-az9]")]
    public async Task A_zone_that_the_Region_does_not_have_is_refused(string parameter, string value, string message)
    {
        WireAnswer answer = await client.Ec2("DescribeAvailabilityZones", (parameter, value));

        Assert.Equal("InvalidParameterValue", answer.Code);
        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task A_Region_that_is_not_opted_in_does_not_know_the_credentials()
    {
        WireAnswer refused = await client.Ec2In("me-south-1", "DescribeAvailabilityZones");
        WireAnswer answered = await client.Ec2In("af-south-1", "DescribeAvailabilityZones");

        Assert.Equal(401, refused.Status);
        Assert.Equal("AuthFailure", refused.Code);
        Assert.Equal(200, answered.Status);
    }

    [Fact]
    public async Task A_dry_run_says_that_it_would_have_gone_through()
    {
        WireAnswer answer = await client.Ec2("DescribeRegions", ("DryRun", "true"));

        Assert.Equal(412, answer.Status);
        Assert.Equal("DryRunOperation", answer.Code);
    }

    [Theory]
    [InlineData("DryRun", "perhaps", "InvalidParameterValue")]
    [InlineData("Colour", "blue", "UnknownParameter")]
    [InlineData("Filter.1.Name", "region-name", "MissingParameter")]
    public async Task Parameters_that_EC2_cannot_read_are_refused(string name, string value, string code)
    {
        WireAnswer answer = await client.Ec2("DescribeRegions", (name, value));

        Assert.Equal(400, answer.Status);
        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task An_action_that_EC2_does_not_have_is_not_valid()
    {
        WireAnswer answer = await client.Ec2("DescribeDragons");

        Assert.Equal(400, answer.Status);
        Assert.Equal("InvalidAction", answer.Code);
        Assert.Equal("The action DescribeDragons is not valid for this web service.", answer.Message);
    }
}
