using CloudEssentials.DirectoryApp.Resilience;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>Pictures of applications.</summary>
internal static class StackPictures
{
    internal const string TargetGroupArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/directory-app/1";

    /// <summary>An application in which no check finds anything: two zones, a NAT gateway in each.</summary>
    internal static StackPicture Good { get; } = new()
    {
        AppName = "directory",
        Region = "us-east-1",
        AccountId = "123456789012",
        Source = "Sandbox",
        LoadBalancer = new("directory-alb", "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/directory-alb/1", "directory-alb-1.us-east-1.elb.amazonaws.com", ["us-east-1a", "us-east-1b"]),
        TargetGroup = new("directory-app", TargetGroupArn),
        Targets = [new("i-a", "us-east-1a", "healthy"), new("i-b", "us-east-1b", "healthy")],
        Group = new("directory-asg", ["us-east-1a", "us-east-1b"])
        {
            SubnetIds = ["subnet-a", "subnet-b"],
            MinSize = 2,
            DesiredCapacity = 2,
            MaxSize = 4,
            HealthCheckType = "ELB",
            GracePeriod = TimeSpan.FromMinutes(5),
            TargetGroupArns = [TargetGroupArn],
            Instances = [new("i-a", "us-east-1a"), new("i-b", "us-east-1b")],
        },
        Subnets = [new("subnet-a", "directory-private-1", "us-east-1a"), new("subnet-b", "directory-private-2", "us-east-1b")],
        RouteTables = [new("rtb-a", ["subnet-a"], "nat-a"), new("rtb-b", ["subnet-b"], "nat-b")],
        NatGateways = [new("nat-a", "us-east-1a"), new("nat-b", "us-east-1b")],
        Endpoints = [new("vpce-s3", "s3", ["rtb-a", "rtb-b"], []), new("vpce-ddb", "dynamodb", ["rtb-a", "rtb-b"], [])],
        Instances = [new("i-a", "us-east-1a", "t3.micro"), new("i-b", "us-east-1b", "t3.micro")],
        Bucket = new("directory-photos-123456789012-us-east-1"),
        Table = new("Employees"),
        Alarms = [new("directory-unhealthy-hosts", "UnHealthyHostCount")],
        Topic = new("arn:aws:sns:us-east-1:123456789012:directory-alerts", 1),
    };

    /// <summary>The same with one NAT gateway, in the first zone.</summary>
    internal static StackPicture SingleNat { get; } = Good with
    {
        RouteTables = [new("rtb-a", ["subnet-a"], "nat-a"), new("rtb-b", ["subnet-b"], "nat-a")],
        NatGateways = [new("nat-a", "us-east-1a")],
    };

    /// <summary>The same with instances in public subnets.</summary>
    internal static StackPicture WithoutNat { get; } = Good with
    {
        RouteTables = [new("rtb-p", ["subnet-a", "subnet-b"], "igw-1")],
        NatGateways = [],
        Endpoints = [],
    };

    /// <summary>All in one zone.</summary>
    internal static StackPicture OneZone { get; } = Good.WithGroup(group => group with { Zones = ["us-east-1a"], SubnetIds = ["subnet-a"] }) with
    {
        Targets = [new("i-a", "us-east-1a", "healthy"), new("i-c", "us-east-1a", "healthy")],
    };

    internal static StackPicture WithGroup(this StackPicture picture, Func<StackGroup, StackGroup> change) => picture with { Group = change(picture.Group!) };
}
