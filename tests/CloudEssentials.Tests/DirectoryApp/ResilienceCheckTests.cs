using CloudEssentials.Accounts;
using CloudEssentials.DirectoryApp.Resilience;
using static CloudEssentials.Tests.DirectoryApp.StackPictures;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class ResilienceCheckTests
{
    /// <summary>A check, how it comes out and for which subject, the picture in which it does, and one nearly the same in which it does not.</summary>
    private static readonly (string Check, FindingStatus Status, string Subject, StackPicture Fires, StackPicture NearMiss)[] _cases =
    [
        ("StackComplete", FindingStatus.Fail, "directory", Good with { LoadBalancer = null }, Good),
        ("StackComplete", FindingStatus.Fail, "directory", Good with { TargetGroup = null }, Good),
        ("StackComplete", FindingStatus.Fail, "directory", Good with { Group = null }, Good),
        ("StackComplete", FindingStatus.Fail, "directory-asg", Good.WithGroup(group => group with { TargetGroupArns = ["other"] }), Good.WithGroup(group => group with { TargetGroupArns = ["other", TargetGroupArn] })),
        ("ZoneCount", FindingStatus.Fail, "directory-asg", OneZone, Good),
        ("ZoneCount", FindingStatus.Fail, "directory-alb", Good with { LoadBalancer = Good.LoadBalancer! with { Zones = ["us-east-1a"] } }, Good),
        ("ZoneMatch", FindingStatus.Fail, "directory-asg", Good.WithGroup(group => group with { Zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }), Good.WithGroup(group => group with { Zones = ["us-east-1b", "us-east-1a"] })),
        ("ZoneMatch", FindingStatus.Warning, "directory-alb", Good with { LoadBalancer = Good.LoadBalancer! with { Zones = ["us-east-1a", "us-east-1b", "us-east-1c"] } }, Good),
        ("CrossZone", FindingStatus.Fail, "directory-app", Good with { CrossZone = false }, Good),
        ("TargetHealth", FindingStatus.Fail, "i-b", Good with { Targets = [Good.Targets[0], new("i-b", "us-east-1b", "unhealthy", "Request timed out")] }, Good),
        ("TargetHealth", FindingStatus.Warning, "i-b", Good with { Targets = [Good.Targets[0], new("i-b", "us-east-1b", "initial")] }, Good),
        ("TargetHealth", FindingStatus.Fail, "directory-app", Good with { Targets = [] }, Good with { Targets = [Good.Targets[0]] }),
        ("TargetSpread", FindingStatus.Fail, "directory-app", Good with { Targets = [new("i-a", "us-east-1a", "healthy"), new("i-b", "us-east-1b", "unhealthy")] }, Good),
        ("TargetSpread", FindingStatus.Warning, "directory-app", Spread(5, 1), Spread(3, 2)),
        ("TargetSpread", FindingStatus.Warning, "directory-app", Spread(3, 1), Spread(2, 1)),
        ("TargetSpread", FindingStatus.Warning, "directory-app", Spread(2, 2).WithGroup(group => group with { Zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }), Spread(1, 1).WithGroup(group => group with { Zones = ["us-east-1a", "us-east-1b", "us-east-1c"] })),
        ("GroupHealthCheck", FindingStatus.Fail, "directory-asg", Good.WithGroup(group => group with { HealthCheckType = "EC2" }), Good.WithGroup(group => group with { HealthCheckType = "EC2,ELB" })),
        ("GracePeriod", FindingStatus.Warning, "directory-asg", Quick(Good.WithGroup(group => group with { GracePeriod = TimeSpan.Zero })), Good.WithGroup(group => group with { GracePeriod = TimeSpan.Zero })),
        ("GracePeriod", FindingStatus.Warning, "directory-asg", Quick(Good.WithGroup(group => group with { GracePeriod = TimeSpan.FromSeconds(179) })), Quick(Good.WithGroup(group => group with { GracePeriod = TimeSpan.FromSeconds(180) }))),
        ("SuspendedProcess", FindingStatus.Fail, "directory-asg", Good.WithGroup(group => group with { SuspendedProcesses = ["ReplaceUnhealthy"] }), Good),
        ("SuspendedProcess", FindingStatus.Warning, "directory-asg", Good.WithGroup(group => group with { SuspendedProcesses = ["AZRebalance"] }), Good),
        ("DetectionTime", FindingStatus.Warning, "directory-app", Good with { TargetGroup = Good.TargetGroup! with { UnhealthyThreshold = 7 } }, Good with { TargetGroup = Good.TargetGroup! with { UnhealthyThreshold = 6 } }),
        ("MinimumCapacity", FindingStatus.Fail, "directory-asg", Good.WithGroup(group => group with { MinSize = 1 }), Good),
        ("ReserveCapacity", FindingStatus.Fail, "directory-asg", Good.WithGroup(group => group with { MaxSize = 2 }), Good.WithGroup(group => group with { MaxSize = 3 })),
        ("OutboundPath", FindingStatus.Fail, "nat-a", SingleNat, Good),
        ("OutboundPath", FindingStatus.Fail, "nat-a", SingleNat, SingleNat with { NatGateways = [new("nat-a", null)] }),
        ("OutboundPath", FindingStatus.Fail, "directory-private-2", Good with { NatGateways = [Good.NatGateways[0], new("nat-b", "us-east-1b", IsAvailable: false)] }, Good),
        ("OutboundPath", FindingStatus.Fail, "directory-private-2", Good with { RouteTables = [Good.RouteTables[0], new("rtb-b", ["subnet-b"], "nat-b", IsBlackhole: true)] }, Good),
        ("OutboundPath", FindingStatus.Fail, "directory-private-2", Good with { RouteTables = [Good.RouteTables[0], new("rtb-b", ["subnet-b"], null)] }, WithoutNat),
        ("Endpoint", FindingStatus.Warning, "directory", Good with { Endpoints = [Good.Endpoints[0], Good.Endpoints[1] with { RouteTableIds = ["rtb-a"] }] }, WithoutNat),
        ("Endpoint", FindingStatus.Fail, "vpce-ssm", Good with { Endpoints = [.. Good.Endpoints, new("vpce-ssm", "ssm", [], ["subnet-a"])] }, Good with { Endpoints = [.. Good.Endpoints, new("vpce-ssm", "ssm", [], ["subnet-a", "subnet-b"])] }),
        ("StandaloneInstance", FindingStatus.Warning, "i-x", Good with { Instances = [.. Good.Instances, new("i-x", "us-east-1a")] }, Good),
        ("BucketDurability", FindingStatus.Warning, "b", Good with { Bucket = new("b", IsVersioned: false) }, Good with { Bucket = new("b") }),
        ("BucketDurability", FindingStatus.Warning, "b", Good with { Bucket = new("b", Exists: false) }, Good with { Bucket = new("b") }),
        ("BucketDurability", FindingStatus.Fail, "b--use1-az4--x-s3", Good with { Bucket = new("b--use1-az4--x-s3") }, Good with { Bucket = new("b--use1-az4") }),
        ("TableDurability", FindingStatus.Warning, "Employees", Good with { Table = new("Employees", HasPointInTimeRecovery: false) }, Good),
        ("TableDurability", FindingStatus.Warning, "directory", Good with { Table = null }, Good),
        ("Alarm", FindingStatus.Warning, "directory", Good with { Alarms = [new("directory-high-cpu", "CPUUtilization")] }, Good),
        ("Alarm", FindingStatus.Warning, "directory-unhealthy-hosts", Good with { Alarms = [new("directory-unhealthy-hosts", "UnHealthyHostCount", Tells: false)] }, Good),
        ("Topic", FindingStatus.Warning, "directory", Good with { Topic = null }, Good),
        ("Topic", FindingStatus.Warning, "directory-alerts", Good with { Topic = Good.Topic! with { Confirmed = 0, Pending = 1 } }, Good),
        ("Topic", FindingStatus.Warning, "directory-alerts", Good with { Topic = Good.Topic! with { Confirmed = 0 } }, Good),
        ("ZoneLoss", FindingStatus.Fail, "us-east-1a", OneZone, Good),
        ("ZoneLoss", FindingStatus.Fail, "us-east-1a", Good with { Targets = [Good.Targets[0]] }, Good with { Targets = [Good.Targets[0], Good.Targets[1], new("i-c", "us-east-1a", "unhealthy")] }),
        ("ZoneLoss", FindingStatus.Fail, "us-east-1a", Good with { LoadBalancer = Good.LoadBalancer! with { Zones = ["us-east-1a"] } }, Good),
        ("ZoneLoss", FindingStatus.Warning, "us-east-1a", SingleNat, WithoutNat),
        ("ZoneLoss", FindingStatus.Fail, "us-east-1a", SingleNat with { Endpoints = [] }, Good with { Endpoints = [] }),
        ("ZoneLoss", FindingStatus.Warning, "us-east-1a", Good.WithGroup(group => group with { SuspendedProcesses = ["Launch"] }), Good.WithGroup(group => group with { SuspendedProcesses = ["AZRebalance"] })),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, _cases.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_check_fires_where_it_should_and_not_where_it_nearly_should(int number)
    {
        (string check, FindingStatus status, string subject, StackPicture fires, StackPicture nearMiss) = _cases[number];

        ResilienceFinding found = Assert.Single(Run(check, fires), finding => finding.Subject == subject && finding.Status == status);
        Assert.NotEmpty(found.Remedy);
        Assert.DoesNotContain(Run(check, nearMiss), finding => finding.Subject == subject && finding.Status == status);
    }

    [Fact]
    public void Every_check_fires_in_some_case()
    {
        Assert.Empty(ResilienceChecks.All.Select(check => check.Name).Except(_cases.Select(one => one.Check)));
        Assert.Equal(ResilienceChecks.All.Count, ResilienceChecks.All.Select(check => check.Name).Distinct().Count());
    }

    [Fact]
    public void Where_all_is_well_all_pass_and_nothing_is_to_be_done()
    {
        Assert.All(ResilienceChecks.Run(Good), finding => Assert.Equal((FindingStatus.Pass, ""), (finding.Status, finding.Remedy)));
        Assert.All(ResilienceChecks.Run(Good), finding => Assert.Equal(("directory", "us-east-1", "123456789012", "Sandbox"), (finding.AppName, finding.Region, finding.AccountId, finding.Source)));
    }

    [Theory]
    [InlineData(StackParts.NatGateways, "ec2:DescribeNatGateways", "OutboundPath", "MinimumCapacity")]
    [InlineData(StackParts.Bucket, "s3:GetBucketVersioning", "BucketDurability", "TableDurability")]
    [InlineData(StackParts.Targets, "elasticloadbalancing:DescribeTargetHealth", "ZoneLoss", "ZoneCount")]
    public void A_part_that_was_refused_makes_its_checks_unknown_and_no_others(StackParts part, string action, string unknown, string known)
    {
        StackPicture picture = Good with { Refusals = new Dictionary<StackParts, CloudException> { [part] = Refusal(action) } };

        ResilienceFinding finding = Assert.Single(Run(unknown, picture));
        Assert.Equal(FindingStatus.Unknown, finding.Status);
        Assert.Contains(action, finding.Reason, StringComparison.Ordinal);
        Assert.All(Run(known, picture), other => Assert.Equal(FindingStatus.Pass, other.Status));
        Assert.All(ResilienceChecks.All.Where(check => check.Needs.HasFlag(part)), check => Assert.Equal(FindingStatus.Unknown, Assert.Single(check.Run(picture)).Status));
        Assert.All(ResilienceChecks.All.Where(check => !check.Needs.HasFlag(part) && check.Name != "ZoneLoss"), check => Assert.DoesNotContain(check.Run(picture), other => other.Status == FindingStatus.Unknown));
    }

    [Fact]
    public void The_loss_of_a_zone_is_judged_without_the_routes_where_they_were_refused()
    {
        StackPicture picture = Good with { NatGateways = [], Refusals = new Dictionary<StackParts, CloudException> { [StackParts.NatGateways] = Refusal("ec2:DescribeNatGateways") } };

        Assert.All(Run("ZoneLoss", picture), finding =>
        {
            Assert.Equal(FindingStatus.Unknown, finding.Status);
            Assert.Contains("The application answers from", finding.Reason, StringComparison.Ordinal);
            Assert.Contains("ec2:DescribeNatGateways", finding.Reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_row_of_a_zone_says_what_stays_what_comes_back_and_whether_traffic_goes_out()
    {
        ResilienceFinding lost = Assert.Single(Run("ZoneLoss", SingleNat), finding => finding.Subject == "us-east-1a");
        Assert.Equal("1 of 2 healthy targets stays: i-b in us-east-1b.", lost.Evidence);
        Assert.Equal("The application answers from us-east-1b. What the group launches elsewhere cannot install the application. Outbound traffic of us-east-1b is lost.", lost.Reason);
        Assert.Equal("New-DirectoryApp -Name directory -NatGateway PerZone", lost.Remedy);

        ResilienceFinding other = Assert.Single(Run("ZoneLoss", SingleNat), finding => finding.Subject == "us-east-1b");
        Assert.Equal("The application answers from us-east-1a. The group brings 2 instances back in us-east-1a. Outbound traffic works elsewhere.", other.Reason);
    }

    [Fact]
    public void A_remedy_names_what_stands_so_that_it_changes_nothing_else()
    {
        StackPicture picture = SingleNat.WithGroup(group => group with { MinSize = 1, DesiredCapacity = 1, MaxSize = 8 }) with
        {
            Bucket = new("my-photos"),
            Instances = [new("i-a", "us-east-1a", "t3.small")],
        };

        Assert.Equal(
            "New-DirectoryApp -Name directory -PhotosBucket my-photos -InstanceType t3.small -NatGateway Single -MaxSize 8",
            Assert.Single(Run("MinimumCapacity", picture)).Remedy);
    }

    [Fact]
    public void A_remedy_says_what_it_could_not_see_and_you_have_to_add()
    {
        StackPicture picture = Good.WithGroup(group => group with { MinSize = 1 }) with { NatGateways = [], Refusals = new Dictionary<StackParts, CloudException> { [StackParts.NatGateways] = Refusal("ec2:DescribeNatGateways") } };

        Assert.Contains("-NatGateway", Assert.Single(Run("MinimumCapacity", picture)).Remedy, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ResilienceFinding> Run(string check, StackPicture picture) => ResilienceChecks.All.Single(one => one.Name == check).Run(picture);

    private static StackPicture Spread(int first, int second) => Good with
    {
        Targets = [.. Enumerable.Range(0, first + second).Select(number => new StackTarget($"i-{number}", number < first ? "us-east-1a" : "us-east-1b", "healthy"))],
    };

    private static StackPicture Quick(StackPicture picture) => picture with
    {
        TargetGroup = picture.TargetGroup! with { Interval = TimeSpan.FromSeconds(5), Timeout = TimeSpan.FromSeconds(2), UnhealthyThreshold = 2 },
    };

    private static AwsRefusedException Refusal(string action) => new("AccessDenied", $"{action} is refused.", CloudErrorCategory.PermissionDenied, action, null, new InvalidOperationException()) { Action = action, ErrorCode = "AccessDenied" };
}
