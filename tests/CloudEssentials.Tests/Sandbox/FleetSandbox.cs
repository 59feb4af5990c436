using System.Text;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.CloudWatch;
using Amazon.EC2;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.SimpleNotificationService;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>A sandbox with what load balancers and groups of instances need: subnets of two zones, a launch template, a target group.</summary>
internal sealed class FleetSandbox : IDisposable
{
    /// <summary>User data that serves HTTP on port 80 and needs nothing from the internet.</summary>
    public const string WebServer = "#!/bin/bash\npython3 -m http.server 80 &\n";

    private const string Image = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

    private readonly SdkSandbox sandbox;

    public FleetSandbox(Func<SandboxOptions, SandboxOptions>? options = null)
    {
        sandbox = new SdkSandbox(options);
        Elb = sandbox.Root.LoadBalancing();
        Groups = sandbox.Root.AutoScaling();
        Alarms = sandbox.Root.CloudWatch();
        Topics = sandbox.Root.Sns();
        Ec2 = sandbox.Root.Ec2();
    }

    public SdkSandbox Sandbox => sandbox;

    public SandboxAccount Account => sandbox.Account;

    public AmazonElasticLoadBalancingV2Client Elb { get; }

    public AmazonAutoScalingClient Groups { get; }

    public AmazonCloudWatchClient Alarms { get; }

    public AmazonSimpleNotificationServiceClient Topics { get; }

    public AmazonEC2Client Ec2 { get; }

    public void Dispose() => sandbox.Dispose();

    public void Wait(double seconds) => sandbox.Clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>The ids of the default subnets of zones, by the letter that ends the zone's name.</summary>
    public async Task<List<string>> SubnetsAsync(string letters = "ab")
    {
        await Ec2.DescribeAvailabilityZonesAsync();
        return [.. letters.Select(letter => NetworkState.Of(Account.State).Subnets.Current.Values.Single(subnet => subnet.Zone == $"us-east-1{letter}" && subnet.IsDefaultForZone).Id)];
    }

    public async Task<string> VpcAsync()
    {
        string subnet = (await SubnetsAsync("a"))[0];
        return NetworkState.Of(Account.State).Subnets.Current[subnet].VpcId;
    }

    /// <summary>A change that no API makes, such as a zone's failure.</summary>
    public Task ChangeAsync(Action<SandboxState> change) => Account.EnterAsync(
        true,
        () =>
        {
            change(Account.State);
            return true;
        },
        CancellationToken.None);

    /// <summary>A launch template with a web server, or with other user data; a further version if there is one of that name.</summary>
    public async Task<string> TemplateAsync(string name = "web", string userData = WebServer, string? profileArn = null)
    {
        var data = new Amazon.EC2.Model.RequestLaunchTemplateData
        {
            ImageId = Image,
            InstanceType = InstanceType.T3Micro,
            UserData = Convert.ToBase64String(Encoding.UTF8.GetBytes(userData)),
            IamInstanceProfile = profileArn is null ? null : new() { Arn = profileArn },
        };
        List<Amazon.EC2.Model.LaunchTemplate>? known = (await Ec2.DescribeLaunchTemplatesAsync(new Amazon.EC2.Model.DescribeLaunchTemplatesRequest())).LaunchTemplates;
        if (known?.Find(template => template.LaunchTemplateName == name) is not { } template)
        {
            return (await Ec2.CreateLaunchTemplateAsync(new Amazon.EC2.Model.CreateLaunchTemplateRequest { LaunchTemplateName = name, LaunchTemplateData = data })).LaunchTemplate.LaunchTemplateId;
        }

        await Ec2.CreateLaunchTemplateVersionAsync(new Amazon.EC2.Model.CreateLaunchTemplateVersionRequest { LaunchTemplateName = name, LaunchTemplateData = data });
        return template.LaunchTemplateId;
    }

    public async Task<string> TopicAsync() => (await Topics.CreateTopicAsync(new Amazon.SimpleNotificationService.Model.CreateTopicRequest { Name = "alerts" })).TopicArn;

    /// <summary>A target group that checks every ten seconds.</summary>
    public async Task<string> TargetGroupAsync(string name = "web", int healthy = 2, int unhealthy = 3) => (await Elb.CreateTargetGroupAsync(new CreateTargetGroupRequest
    {
        Name = name,
        Protocol = ProtocolEnum.HTTP,
        Port = 80,
        VpcId = await VpcAsync(),
        HealthCheckIntervalSeconds = 10,
        HealthCheckTimeoutSeconds = 5,
        HealthyThresholdCount = healthy,
        UnhealthyThresholdCount = unhealthy,
    })).TargetGroups[0].TargetGroupArn;

    public async Task<string> LoadBalancerAsync(string name = "web", string letters = "ab") => (await Elb.CreateLoadBalancerAsync(new CreateLoadBalancerRequest
    {
        Name = name,
        Subnets = await SubnetsAsync(letters),
    })).LoadBalancers[0].LoadBalancerArn;

    /// <summary>A listener on port 80 that forwards to a target group.</summary>
    public async Task<string> ListenerAsync(string loadBalancer, string targetGroup, int port = 80) => (await Elb.CreateListenerAsync(new CreateListenerRequest
    {
        LoadBalancerArn = loadBalancer,
        Protocol = ProtocolEnum.HTTP,
        Port = port,
        DefaultActions = [new() { Type = ActionTypeEnum.Forward, TargetGroupArn = targetGroup }],
    })).Listeners[0].ListenerArn;

    /// <summary>A load balancer that is ready and sends to a target group.</summary>
    public async Task<string> ServedTargetGroupAsync(string letters = "ab")
    {
        string group = await TargetGroupAsync();
        await ListenerAsync(await LoadBalancerAsync(letters: letters), group);
        Wait(10);
        return group;
    }

    /// <summary>A group that launches from the template called web.</summary>
    public async Task GroupAsync(string name = "web", int min = 2, int max = 4, int? desired = null, string letters = "ab", Action<CreateAutoScalingGroupRequest>? change = null)
    {
        var request = new CreateAutoScalingGroupRequest
        {
            AutoScalingGroupName = name,
            MinSize = min,
            MaxSize = max,
            DesiredCapacity = desired ?? min,
            VPCZoneIdentifier = string.Join(',', await SubnetsAsync(letters)),
            LaunchTemplate = new() { LaunchTemplateName = "web" },
        };
        change?.Invoke(request);
        await Groups.CreateAutoScalingGroupAsync(request);
    }

    public async Task<AutoScalingGroup> DescribeGroupAsync(string name = "web") =>
        (await Groups.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [name] })).AutoScalingGroups.Single();

    /// <summary>The zones' letters of a group's instances that stay, in order.</summary>
    public async Task<string> ZonesAsync(string name = "web") => string.Concat((await DescribeGroupAsync(name)).Instances
        .Where(instance => instance.LifecycleState != "Terminating").Select(instance => instance.AvailabilityZone[^1]).Order());

    public async Task<List<Activity>> ActivitiesAsync(string name = "web") =>
        (await Groups.DescribeScalingActivitiesAsync(new DescribeScalingActivitiesRequest { AutoScalingGroupName = name })).Activities;

    /// <summary>The health of a group's targets: states and reasons, in order.</summary>
    public async Task<List<string>> HealthAsync(string targetGroup) =>
        [.. ((await Elb.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = targetGroup })).TargetHealthDescriptions ?? [])
            .Select(target => target.TargetHealth.Reason is { } reason ? $"{target.TargetHealth.State} {reason}" : target.TargetHealth.State.Value).Order()];

    public Task FailZoneAsync(string zone) => Account.SetZoneAsync(zone, SandboxZoneState.Impaired);

    public Task RestoreZoneAsync(string zone) => Account.SetZoneAsync(zone, SandboxZoneState.Available);

    /// <summary>Launches an instance in a zone's default subnet, and lets it come up.</summary>
    public async Task<string> InstanceAsync(string letter = "a", string userData = WebServer)
    {
        var request = new Amazon.EC2.Model.RunInstancesRequest
        {
            ImageId = Image,
            InstanceType = InstanceType.T3Micro,
            MinCount = 1,
            MaxCount = 1,
            SubnetId = (await SubnetsAsync(letter))[0],
            UserData = Convert.ToBase64String(Encoding.UTF8.GetBytes(userData)),
        };
        string id = (await Ec2.RunInstancesAsync(request)).Reservation.Instances[0].InstanceId;
        Wait(10);
        return id;
    }
}
