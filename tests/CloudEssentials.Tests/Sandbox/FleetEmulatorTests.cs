using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.EC2;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Clients;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>Load balancers, groups, alarms and topics against an emulator that others wrote.</summary>
public sealed class FleetEmulatorTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private static readonly KnownDifference[] Known =
    [
        new("CreateLoadBalancer other", ".", "The emulator makes a second load balancer of the name; Elastic Load Balancing refuses other settings."),
        new("CreateLoadBalancer one subnet", ".", "The emulator makes do with one zone; an application load balancer needs two."),
        new("CreateLoadBalancer no subnet", "^Code$", "The emulator gives EC2's code; API_CreateLoadBalancer lists SubnetNotFound."),
        new("CreateLoadBalancer", @"\.(CanonicalHostedZoneId|DNSName|Scheme\.Value|SecurityGroups\[0\])$", "The emulator makes up zone and name, leaves the scheme open, and gives no default security group."),
        new("CreateLoadBalancer", @"\.State\.Code\.Value$", "Nothing takes time in the sandbox of this test."),
        new("DescribeLoadBalancers unknown", "^Message$", "The emulator's words are its own."),
        new("DescribeLoadBalancers", @"\.(CanonicalHostedZoneId|DNSName|Scheme\.Value|SecurityGroups\[0\])$", "The emulator makes up zone, name and scheme, and gives no default security group."),
        new("DescribeLoadBalancerAttributes", @"^Attributes\[", "The emulator knows four of the nineteen attributes, and has cross-zone balancing off."),
        new("CreateTargetGroup other", "^Message$", "The emulator's words are its own."),
        new("DescribeTargetGroupAttributes", @"^Attributes\[(load_balancing\.algorithm\.anomaly|stickiness\.(app|lb)_cookie|target_group_health|waf)", "The emulator lacks attributes of target groups, and has one of load balancers among them."),
        new("CreateListener again", ".", "The emulator makes a second listener on the port; Elastic Load Balancing refuses it."),
        new("CreateListener", @"\.(ForwardConfig\..*|SslPolicy)$", "The emulator leaves out what a forward action means in full, and gives HTTP a policy for TLS."),
        new("DescribeListeners", @"\.(ForwardConfig\..*|SslPolicy)$", "The emulator leaves out what a forward action means in full, and gives HTTP a policy for TLS."),
        new("DeleteTargetGroup in use", "^Message$", "The emulator begins the sentence with an article; AWS does not."),
        new("RegisterTargets unknown", ".", "The emulator registers what is not there."),
        new("DeleteLoadBalancer protected", ".", "The emulator does not heed deletion protection."),
        new("CreateAutoScalingGroup again", ".", "The emulator makes a group of the same name in place of the first."),
        new("DescribeAutoScalingGroups", @"\.HealthCheckGracePeriod$", "API_CreateAutoScalingGroup: 'Default: 0 seconds'; the console alone begins with 300."),
        new("DescribeAutoScalingGroups", @"\.CapacityRebalance$", "Nothing was said of it, and Auto Scaling then answers nothing."),
        new("DescribeAutoScalingInstances", @"\.HealthStatus$", "The examples of the AWS CLI show it in capitals."),
        new("SetDesiredCapacity unknown", ".", "The emulator fails over a group that is not there."),
        new("PutScalingPolicy", @"^(Alarms\[|PolicyARN)", "The emulator makes no alarms for target tracking, and answers no ARN."),
        new("DescribePolicies", @"\.(Alarms\[\d\]\..*|Enabled|DisableScaleIn)$", "The emulator makes no alarms for target tracking, and leaves the defaults out."),
        new("DeleteAutoScalingGroup in use", ".", "The emulator deletes a group whose instances run, without force."),
        new("CreateTopic name", "^Message$", "The emulator's words are its own; these are those of SNS."),
        new("GetTopicAttributes", @"^Attributes\.(EffectiveDeliveryPolicy|Policy|DeliveryPolicy)$", "The emulator writes the default policies with other blanks, and an empty one that was never set."),
        new("Subscribe", "^SubscriptionArn$", "An address must agree first: the emulator takes that for given."),
        new("DescribeAlarms", @"\.(StateTransitionedTimestamp|StateReasonData|StateValue\.Value)$", "API_PutMetricAlarm: a new alarm is in the state INSUFFICIENT_DATA; the emulator begins with OK."),
        new("SetAlarmState unknown", "^Message$", "The emulator's client-side words stand for the message that it leaves out."),
    ];

    [SkippableFact]
    public async Task The_answers_differ_only_where_it_is_known()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        using var account = new SandboxAccount(new SandboxOptions { Timings = SandboxTimings.None });
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);

        EmulatorAnswers ours = await AskAsync(endpoint.Url.ToString());
        EmulatorAnswers theirs = await AskAsync(moto.Url!);

        EmulatorAnswers.AssertDiffer(Known, ours, theirs);
    }

    private static async Task<EmulatorAnswers> AskAsync(string url)
    {
        using var ec2 = new AmazonEC2Client(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonEC2Config>(url));
        using var elb = new AmazonElasticLoadBalancingV2Client(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonElasticLoadBalancingV2Config>(url));
        using var scaling = new AmazonAutoScalingClient(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonAutoScalingConfig>(url));
        using var watch = new AmazonCloudWatchClient(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonCloudWatchConfig>(url));
        using var sns = new AmazonSimpleNotificationServiceClient(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonSimpleNotificationServiceConfig>(url));
        var answers = new EmulatorAnswers();

        List<Amazon.EC2.Model.Subnet> all = (await ec2.DescribeSubnetsAsync(new Amazon.EC2.Model.DescribeSubnetsRequest())).Subnets;
        List<string> subnets = [.. all.Where(subnet => subnet.AvailabilityZone is "us-east-1a" or "us-east-1b").OrderBy(subnet => subnet.AvailabilityZone, StringComparer.Ordinal).Select(subnet => subnet.SubnetId)];
        string vpc = all[0].VpcId;
        string image = (await ec2.DescribeImagesAsync(new Amazon.EC2.Model.DescribeImagesRequest { Owners = ["amazon"] })).Images.First(made => made.Architecture == "x86_64").ImageId;

        await LoadBalancers(answers, elb, subnets, vpc);
        await ec2.CreateLaunchTemplateAsync(new Amazon.EC2.Model.CreateLaunchTemplateRequest { LaunchTemplateName = "web", LaunchTemplateData = new() { ImageId = image, InstanceType = "t3.micro" } });
        await Groups(answers, scaling, subnets[0]);
        await Topics(answers, sns);
        await Alarms(answers, watch);
        return answers;
    }

    private static async Task LoadBalancers(EmulatorAnswers answers, AmazonElasticLoadBalancingV2Client elb, List<string> subnets, string vpc)
    {
        var balancer = new CreateLoadBalancerRequest { Name = "web", Subnets = subnets, Tags = [new() { Key = "app", Value = "directory" }] };
        string arn = (await answers.Ask("CreateLoadBalancer", () => elb.CreateLoadBalancerAsync(balancer)))!.LoadBalancers[0].LoadBalancerArn;
        await answers.Ask("DescribeLoadBalancers", () => elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { Names = ["web"] }));
        await answers.Ask("DescribeLoadBalancers unknown", () => elb.DescribeLoadBalancersAsync(new DescribeLoadBalancersRequest { Names = ["other"] }));
        await answers.Ask("DescribeLoadBalancerAttributes", () => elb.DescribeLoadBalancerAttributesAsync(new DescribeLoadBalancerAttributesRequest { LoadBalancerArn = arn }));
        var target = new CreateTargetGroupRequest { Name = "web", Protocol = "HTTP", Port = 80, VpcId = vpc, HealthCheckIntervalSeconds = 40, HealthCheckTimeoutSeconds = 30, HealthyThresholdCount = 2, UnhealthyThresholdCount = 5 };
        string group = (await answers.Ask("CreateTargetGroup", () => elb.CreateTargetGroupAsync(target)))!.TargetGroups[0].TargetGroupArn;
        await answers.Ask("CreateTargetGroup other", () => elb.CreateTargetGroupAsync(new CreateTargetGroupRequest { Name = "web", Protocol = "HTTP", Port = 81, VpcId = vpc }));
        await answers.Ask("CreateTargetGroup name", () => elb.CreateTargetGroupAsync(new CreateTargetGroupRequest { Name = new string('x', 33), Protocol = "HTTP", Port = 80, VpcId = vpc }));
        await answers.Ask("CreateTargetGroup vpc", () => elb.CreateTargetGroupAsync(new CreateTargetGroupRequest { Name = "lost", Protocol = "HTTP", Port = 80, VpcId = "vpc-00000000000000000" }));
        await answers.Ask("DescribeTargetGroups unknown", () => elb.DescribeTargetGroupsAsync(new DescribeTargetGroupsRequest { Names = ["other"] }));
        await answers.Ask("DescribeTargetGroupAttributes", () => elb.DescribeTargetGroupAttributesAsync(new DescribeTargetGroupAttributesRequest { TargetGroupArn = group }));
        var listener = new CreateListenerRequest { LoadBalancerArn = arn, Protocol = "HTTP", Port = 80, DefaultActions = [new() { Type = "forward", TargetGroupArn = group }] };
        await answers.Ask("CreateListener", () => elb.CreateListenerAsync(listener));
        await answers.Ask("DescribeListeners", () => elb.DescribeListenersAsync(new DescribeListenersRequest { LoadBalancerArn = arn }));
        await answers.Ask("DescribeTargetGroups", () => elb.DescribeTargetGroupsAsync(new DescribeTargetGroupsRequest { LoadBalancerArn = arn }));
        await answers.Ask("DescribeTargetHealth", () => elb.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = group }));
        await answers.Ask("DeleteTargetGroup in use", () => elb.DeleteTargetGroupAsync(new DeleteTargetGroupRequest { TargetGroupArn = group }));
        await answers.Ask("DescribeTags", () => elb.DescribeTagsAsync(new Amazon.ElasticLoadBalancingV2.Model.DescribeTagsRequest { ResourceArns = [arn] }));
        await answers.Ask("RegisterTargets unknown", () => elb.RegisterTargetsAsync(new RegisterTargetsRequest { TargetGroupArn = group, Targets = [new() { Id = "i-00000000000000000" }] }));
        await elb.ModifyLoadBalancerAttributesAsync(new ModifyLoadBalancerAttributesRequest { LoadBalancerArn = arn, Attributes = [new() { Key = "deletion_protection.enabled", Value = "true" }] });
        await answers.Ask("DeleteLoadBalancer protected", () => elb.DeleteLoadBalancerAsync(new DeleteLoadBalancerRequest { LoadBalancerArn = arn }));
        await answers.Ask("CreateLoadBalancer other", () => elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "web", Subnets = subnets, Scheme = "internal" }));
        await answers.Ask("CreateLoadBalancer one subnet", () => elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "one", Subnets = [subnets[0]] }));
        await answers.Ask("CreateLoadBalancer no subnet", () => elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest { Name = "none", Subnets = [subnets[0], "subnet-00000000000000000"] }));
        await answers.Ask("CreateListener again", () => elb.CreateListenerAsync(listener));
    }

    private static async Task Groups(EmulatorAnswers answers, AmazonAutoScalingClient scaling, string subnets)
    {
        var group = new CreateAutoScalingGroupRequest
        {
            AutoScalingGroupName = "web",
            MinSize = 2,
            MaxSize = 4,
            DesiredCapacity = 2,
            VPCZoneIdentifier = subnets,
            LaunchTemplate = new() { LaunchTemplateName = "web", Version = "$Latest" },
            Tags = [new() { Key = "app", Value = "directory", PropagateAtLaunch = true, ResourceId = "web", ResourceType = "auto-scaling-group" }],
        };
        await answers.Ask("CreateAutoScalingGroup", () => scaling.CreateAutoScalingGroupAsync(group));
        await answers.Ask("CreateAutoScalingGroup nothing", () => scaling.CreateAutoScalingGroupAsync(new CreateAutoScalingGroupRequest { AutoScalingGroupName = "none", MinSize = 1, MaxSize = 1, VPCZoneIdentifier = subnets }));
        await answers.Ask("DescribeAutoScalingGroups", () => scaling.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = ["web"] }));
        await answers.Ask("DescribeAutoScalingInstances", () => scaling.DescribeAutoScalingInstancesAsync(new DescribeAutoScalingInstancesRequest()));
        await answers.Ask("SetDesiredCapacity unknown", () => scaling.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "other", DesiredCapacity = 1 }));
        await answers.Ask("PutScalingPolicy", () => scaling.PutScalingPolicyAsync(new PutScalingPolicyRequest
        {
            AutoScalingGroupName = "web",
            PolicyName = "cpu",
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new() { TargetValue = 60, PredefinedMetricSpecification = new() { PredefinedMetricType = "ASGAverageCPUUtilization" } },
        }));
        await answers.Ask("DescribePolicies", () => scaling.DescribePoliciesAsync(new DescribePoliciesRequest { AutoScalingGroupName = "web" }));
        await answers.Ask("DescribeTags", () => scaling.DescribeTagsAsync(new Amazon.AutoScaling.Model.DescribeTagsRequest()));
        await answers.Ask("DeletePolicy", () => scaling.DeletePolicyAsync(new DeletePolicyRequest { AutoScalingGroupName = "web", PolicyName = "cpu" }));
        await answers.Ask("CreateAutoScalingGroup again", () => scaling.CreateAutoScalingGroupAsync(group));
        await answers.Ask("DeleteAutoScalingGroup in use", () => scaling.DeleteAutoScalingGroupAsync(new DeleteAutoScalingGroupRequest { AutoScalingGroupName = "web" }));
    }

    private static async Task Topics(EmulatorAnswers answers, AmazonSimpleNotificationServiceClient sns)
    {
        string topic = (await answers.Ask("CreateTopic", () => sns.CreateTopicAsync(new CreateTopicRequest { Name = "alerts", Tags = [new() { Key = "app", Value = "directory" }] })))!.TopicArn;
        await answers.Ask("CreateTopic name", () => sns.CreateTopicAsync(new CreateTopicRequest { Name = "bad name" }));
        await answers.Ask("GetTopicAttributes", () => sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = topic }));
        await answers.Ask("GetTopicAttributes unknown", () => sns.GetTopicAttributesAsync(new GetTopicAttributesRequest { TopicArn = topic + "x" }));
        await answers.Ask("Subscribe", () => sns.SubscribeAsync(new SubscribeRequest { TopicArn = topic, Protocol = "email", Endpoint = "ann@example.com" }));
        await answers.Ask("Publish", () => sns.PublishAsync(new PublishRequest { TopicArn = topic, Message = "hello", Subject = "news" }));
        await answers.Ask("ListTagsForResource", () => sns.ListTagsForResourceAsync(new Amazon.SimpleNotificationService.Model.ListTagsForResourceRequest { ResourceArn = topic }));
        await answers.Ask("DeleteTopic", () => sns.DeleteTopicAsync(new DeleteTopicRequest { TopicArn = topic }));
    }

    private static async Task Alarms(EmulatorAnswers answers, AmazonCloudWatchClient watch)
    {
        await answers.Ask("PutMetricAlarm", () => watch.PutMetricAlarmAsync(new PutMetricAlarmRequest
        {
            AlarmName = "cpu",
            Namespace = "AWS/EC2",
            MetricName = "CPUUtilization",
            Statistic = "Average",
            Dimensions = [new() { Name = "AutoScalingGroupName", Value = "web" }],
            Period = 60,
            EvaluationPeriods = 3,
            Threshold = 60,
            ComparisonOperator = "GreaterThanThreshold",
        }));
        await answers.Ask("DescribeAlarms", () => watch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = ["cpu"] }));
        await answers.Ask("SetAlarmState", () => watch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "cpu", StateValue = "ALARM", StateReason = "a drill" }));
        await answers.Ask("SetAlarmState unknown", () => watch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = "none", StateValue = "OK", StateReason = "x" }));
        await answers.Ask("DeleteAlarms", () => watch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = ["cpu"] }));
    }
}
