using System.Text.Json;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.CloudWatch.Model;
using Amazon.EC2.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Services.Sns;
using Tag = Amazon.AutoScaling.Model.Tag;

namespace CloudEssentials.Tests.Sandbox;

public sealed class ScalingGroupTests : IDisposable
{
    private readonly FleetSandbox fleet = new();

    private AmazonAutoScalingClient Groups => fleet.Groups;

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task A_group_launches_its_instances_spread_over_the_zones()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 4, letters: "abc");
        AutoScalingGroup pending = await fleet.DescribeGroupAsync();
        fleet.Wait(2);
        AutoScalingGroup group = await fleet.DescribeGroupAsync();

        Assert.Matches("^arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:[0-9a-f-]{36}:autoScalingGroupName/web$", group.AutoScalingGroupARN);
        Assert.All(pending.Instances, instance => Assert.Equal("Pending", instance.LifecycleState.Value));
        Assert.All(group.Instances, instance => Assert.Equal(("InService", "Healthy", "1"), (instance.LifecycleState.Value, instance.HealthStatus, instance.LaunchTemplate.Version)));
        Assert.Equal("aabc", await fleet.ZonesAsync());
        Assert.Equal((4, "EC2", 0, 300), (group.DesiredCapacity, group.HealthCheckType, group.HealthCheckGracePeriod, group.DefaultCooldown));
        Assert.EndsWith("role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", group.ServiceLinkedRoleARN, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activities_say_what_was_done_and_why()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 1);
        fleet.Wait(5);

        Activity activity = Assert.Single(await fleet.ActivitiesAsync());
        string id = (await fleet.DescribeGroupAsync()).Instances[0].InstanceId;
        Assert.Equal($"Launching a new EC2 instance: {id}", activity.Description);
        Assert.Equal(
            "At 2026-03-02T09:00:00Z a user request created an AutoScalingGroup changing the desired capacity from 0 to 1.  At 2026-03-02T09:00:00Z an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 0 to 1.",
            activity.Cause);
        Assert.Equal(("Successful", 100), (activity.StatusCode.Value, activity.Progress));
        Assert.Equal(new DateTime(2026, 3, 2, 9, 0, 2, DateTimeKind.Utc), activity.EndTime!.Value.ToUniversalTime());
        Assert.Contains("\"Availability Zone\":\"us-east-1a\"", activity.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_bear_the_group_s_tags_that_are_to_be_passed_on()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 1, change: request => request.Tags =
        [
            new Tag { Key = "app", Value = "directory", PropagateAtLaunch = true },
            new Tag { Key = "owner", Value = "ann", PropagateAtLaunch = false },
        ]);
        string id = (await fleet.DescribeGroupAsync()).Instances[0].InstanceId;

        List<Amazon.EC2.Model.Tag> tags = (await fleet.Ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [id] })).Reservations[0].Instances[0].Tags;

        Assert.Contains(tags, tag => (tag.Key, tag.Value) == ("app", "directory"));
        Assert.Contains(tags, tag => (tag.Key, tag.Value) == ("aws:autoscaling:groupName", "web"));
        Assert.DoesNotContain(tags, tag => tag.Key == "owner");
    }

    [Fact]
    public async Task Instances_are_registered_with_the_target_groups()
    {
        string targets = await fleet.ServedTargetGroupAsync();
        await fleet.TemplateAsync();
        await fleet.GroupAsync(change: request => request.TargetGroupARNs = [targets]);

        Assert.Empty(await fleet.HealthAsync(targets));
        fleet.Wait(3);
        Assert.Equal(["initial Elb.InitialHealthChecking", "initial Elb.InitialHealthChecking"], await fleet.HealthAsync(targets));
        fleet.Wait(10);
        Assert.Equal(["healthy", "healthy"], await fleet.HealthAsync(targets));
        Assert.Equal("InService", (await Groups.DescribeLoadBalancerTargetGroupsAsync(new DescribeLoadBalancerTargetGroupsRequest { AutoScalingGroupName = "web" })).LoadBalancerTargetGroups[0].State);
    }

    [Fact]
    public async Task An_instance_that_somebody_terminates_is_replaced()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        fleet.Wait(10);
        string lost = (await fleet.DescribeGroupAsync()).Instances[0].InstanceId;

        await fleet.Ec2.TerminateInstancesAsync(new TerminateInstancesRequest([lost]));
        fleet.Wait(20);

        AutoScalingGroup group = await fleet.DescribeGroupAsync();
        Assert.Equal("ab", await fleet.ZonesAsync());
        Assert.DoesNotContain(group.Instances, instance => instance.InstanceId == lost);
        List<Activity> activities = await fleet.ActivitiesAsync();
        Assert.Contains(activities, activity => activity.Cause.EndsWith("an instance was taken out of service in response to an EC2 health check indicating it has been terminated or stopped.", StringComparison.Ordinal));
        Assert.Contains(activities, activity => activity.Cause.EndsWith("an instance was launched in response to an unhealthy instance needing to be replaced.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instance_that_the_load_balancer_holds_to_be_ill_is_replaced_after_the_grace_period()
    {
        string targets = await fleet.ServedTargetGroupAsync();
        await fleet.TemplateAsync(userData: "#!/bin/bash\necho nothing listens\n");
        await fleet.GroupAsync(min: 1, change: request => (request.TargetGroupARNs, request.HealthCheckType, request.HealthCheckGracePeriod) = ([targets], "ELB", 120));
        fleet.Wait(100);
        string first = (await fleet.DescribeGroupAsync()).Instances.Single().InstanceId;

        fleet.Wait(40);

        Assert.DoesNotContain((await fleet.DescribeGroupAsync()).Instances, instance => instance.InstanceId == first && instance.LifecycleState == "InService");
        Activity activity = (await fleet.ActivitiesAsync()).First(activity => activity.Description.Contains(first, StringComparison.Ordinal));
        Assert.Equal("At 2026-03-02T09:02:12Z an instance was taken out of service in response to an ELB system health check failure.", activity.Cause);
        Assert.StartsWith($"Terminating EC2 instance: {first}", activity.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_zone_fails_its_instances_are_replaced_elsewhere_and_balanced_when_it_is_back()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 4, letters: "ab");
        fleet.Wait(10);
        Assert.Equal("aabb", await fleet.ZonesAsync());

        await fleet.FailZoneAsync("us-east-1a");
        fleet.Wait(3600);
        Assert.Equal("bbbb", await fleet.ZonesAsync());

        await fleet.RestoreZoneAsync("us-east-1a");
        fleet.Wait(3600);

        Assert.Equal("aabb", await fleet.ZonesAsync());
        List<Activity> activities = await fleet.ActivitiesAsync();
        Assert.Contains(activities, activity => activity.Cause.EndsWith("in response to an EC2 instance status checks failure.", StringComparison.Ordinal));
        Assert.Contains(activities, activity => activity.Cause.EndsWith("an instance was launched to aid in balancing the group's zones.", StringComparison.Ordinal));
        Assert.Equal(new DateTime(2026, 3, 2, 9, 2, 10, DateTimeKind.Utc), activities.Where(activity => activity.Cause.Contains("status checks", StringComparison.Ordinal)).Min(activity => activity.StartTime)!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task The_same_calls_and_times_give_the_same_instances_whether_the_clock_leaps_or_walks()
    {
        List<string> leaping = await Live(1);
        List<string> walking = await Live(120);

        Assert.Equal(leaping, walking);

        static async Task<List<string>> Live(int steps)
        {
            using var fleet = new FleetSandbox();
            string targets = await fleet.ServedTargetGroupAsync();
            await fleet.TemplateAsync();
            await fleet.GroupAsync(min: 3, change: request => (request.TargetGroupARNs, request.HealthCheckType) = ([targets], "ELB"));
            fleet.Wait(30);
            await fleet.DescribeGroupAsync();
            await fleet.FailZoneAsync("us-east-1b");
            for (int step = 0; step < steps; step++)
            {
                fleet.Wait(3600.0 / steps);
                await fleet.DescribeGroupAsync();
            }

            return [.. (await fleet.ActivitiesAsync()).Select(activity => $"{activity.StartTime:O} {activity.Description} {activity.StatusCode}")];
        }
    }

    [Fact]
    public async Task A_copy_of_the_account_lives_on_as_the_account_does()
    {
        string targets = await fleet.ServedTargetGroupAsync();
        await fleet.TemplateAsync();
        await fleet.GroupAsync(change: request => (request.TargetGroupARNs, request.HealthCheckType) = ([targets], "ELB"));
        await Groups.PutScalingPolicyAsync(Tracking());
        await Groups.StartInstanceRefreshAsync(new StartInstanceRefreshRequest { AutoScalingGroupName = "web" });
        using SandboxAccount copy = fleet.Account.Copy();
        AmazonAutoScalingClient copied = AwsConnection.ToSandbox(new SandboxHandler(copy), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "a copy").AutoScaling();

        fleet.Wait(600);

        Assert.Equal(await Seen(Groups), await Seen(copied));

        static async Task<string> Seen(AmazonAutoScalingClient client) => string.Join(
            '\n',
            JsonSerializer.Serialize((await client.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest())).AutoScalingGroups),
            JsonSerializer.Serialize((await client.DescribeScalingActivitiesAsync(new DescribeScalingActivitiesRequest())).Activities),
            JsonSerializer.Serialize((await client.DescribePoliciesAsync(new DescribePoliciesRequest())).ScalingPolicies),
            JsonSerializer.Serialize((await client.DescribeInstanceRefreshesAsync(new DescribeInstanceRefreshesRequest { AutoScalingGroupName = "web" })).InstanceRefreshes));
    }

    [Fact]
    public async Task A_desired_capacity_grows_and_shrinks_the_group()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        fleet.Wait(10);
        await Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 4 });
        fleet.Wait(10);
        string grown = await fleet.ZonesAsync();
        await Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 3 });
        fleet.Wait(10);

        Activity activity = (await fleet.ActivitiesAsync())[0];
        Assert.Equal("aabb", grown);
        Assert.Equal(3, (await fleet.DescribeGroupAsync()).Instances.Count);
        Assert.Matches(
            "^At .*Z a user request explicitly set group desired capacity changing the desired capacity from 4 to 3.  At .*Z an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from 4 to 3.  At .*Z instance i-[0-9a-f]{17} was selected for termination.$",
            activity.Cause);
    }

    [Fact]
    public async Task Bounds_move_the_capacity()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();

        await Groups.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = "web", MinSize = 3 });

        Assert.Equal(3, (await fleet.DescribeGroupAsync()).DesiredCapacity);
        await Refused("ValidationError", () => Groups.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = "web", MinSize = 5 }));
        await Refused("ValidationError", () => Groups.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = "web", DesiredCapacity = 9 }));
        AmazonServiceException above = await Refused("ValidationError", () => Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 5 }));
        AmazonServiceException below = await Refused("ValidationError", () => Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 1 }));
        Assert.Equal("New SetDesiredCapacity value 5 is above max value 4 for the AutoScalingGroup.", above.Message);
        Assert.Equal("New SetDesiredCapacity value 1 is below min value 3 for the AutoScalingGroup.", below.Message);
    }

    [Fact]
    public async Task Whoever_honours_the_cooldown_waits_for_it()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        fleet.Wait(10);

        await Refused("ScalingActivityInProgress", () => Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 3, HonorCooldown = true }));
        fleet.Wait(300);
        await Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 3, HonorCooldown = true });
    }

    [Fact]
    public async Task Other_subnets_move_the_group()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        fleet.Wait(10);

        await Groups.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = "web", VPCZoneIdentifier = string.Join(',', await fleet.SubnetsAsync("cd")) });
        fleet.Wait(600);

        Assert.Equal("cd", await fleet.ZonesAsync());
    }

    [Fact]
    public async Task A_group_with_instances_is_deleted_by_force_only_and_takes_them_with_it()
    {
        string targets = await fleet.ServedTargetGroupAsync();
        await fleet.TemplateAsync();
        await fleet.GroupAsync(change: request => request.TargetGroupARNs = [targets]);
        AmazonServiceException starting = await Refused("ScalingActivityInProgress", () => Delete(force: false));
        fleet.Wait(20);
        AmazonServiceException inUse = await Refused("ResourceInUse", () => Delete(force: false));
        List<string> ids = [.. (await fleet.DescribeGroupAsync()).Instances.Select(instance => instance.InstanceId)];

        await Delete(force: true);
        AutoScalingGroup deleting = await fleet.DescribeGroupAsync();
        await Refused("ScalingActivityInProgress", () => Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 3 }));
        fleet.Wait(10);

        Assert.Equal("Delete in progress", deleting.Status);
        Assert.Null((await Groups.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = ["web"] })).AutoScalingGroups?.FirstOrDefault());
        Assert.All(
            (await fleet.Ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = ids })).Reservations.SelectMany(reservation => reservation.Instances),
            instance => Assert.Equal("terminated", instance.State.Name.Value));
        Assert.Equal("You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still in the group.", inUse.Message);
        Assert.StartsWith("You cannot delete an AutoScalingGroup while there are scaling activities in progress", starting.Message, StringComparison.Ordinal);
        Assert.All(
            (await Groups.DescribeScalingActivitiesAsync(new DescribeScalingActivitiesRequest { AutoScalingGroupName = "web", IncludeDeletedGroups = true })).Activities,
            activity => Assert.Equal("Deleted", activity.AutoScalingGroupState));
        await Refused("ValidationError", () => Delete(force: true));
    }

    [Fact]
    public async Task A_group_that_has_been_emptied_is_deleted_at_once()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        await Groups.UpdateAutoScalingGroupAsync(new UpdateAutoScalingGroupRequest { AutoScalingGroupName = "web", MinSize = 0, DesiredCapacity = 0 });
        fleet.Wait(20);

        await Delete(force: false);

        Assert.Null((await Groups.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest())).AutoScalingGroups?.FirstOrDefault());
    }

    [Fact]
    public async Task A_protected_group_stays()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(change: request => request.DeletionProtection = "prevent-force-deletion");

        await Refused("ResourceInUse", () => Delete(force: true));
    }

    [Theory]
    [InlineData("sizes", "Min bound, 5, must be less than or equal to max bound, 4")]
    [InlineData("desired", "Desired capacity:9 must be between the specified min size:2 and max size:4")]
    [InlineData("subnets", "At least one Availability Zone or VPC Subnet is required.")]
    [InlineData("subnet", "The subnet ID 'subnet-00000000000000000' does not exist")]
    [InlineData("zone", "Invalid availability zones: [us-east-1z]")]
    [InlineData("template", "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.")]
    [InlineData("both", "Valid requests must contain either launchTemplateId or LaunchTemplateName")]
    [InlineData("unknown", "The specified launch template, with template name other, does not exist.")]
    [InlineData("target group", "Provided Target Groups may not be valid. Please ensure they exist and try again.")]
    [InlineData("health", "Invalid health check type: PING. Valid values are: [EC2, ELB, EBS, VPC_LATTICE]")]
    [InlineData("tag", "Tag keys starting with 'aws:' are reserved for internal use")]
    [InlineData("grace", "HealthCheckGracePeriod must be greater than or equal to 0")]
    public async Task Settings_that_cannot_be_are_refused(string fault, string message)
    {
        string template = await fleet.TemplateAsync();

        AmazonServiceException refusal = await Refused("ValidationError", () => fleet.GroupAsync(change: request =>
        {
            switch (fault)
            {
                case "sizes": request.MinSize = 5; break;
                case "desired": request.DesiredCapacity = 9; break;
                case "subnets": request.VPCZoneIdentifier = null; break;
                case "subnet": request.VPCZoneIdentifier = "subnet-00000000000000000"; break;
                case "zone": (request.VPCZoneIdentifier, request.AvailabilityZones) = (null, ["us-east-1z"]); break;
                case "template": request.LaunchTemplate = null; break;
                case "both": request.LaunchTemplate = new() { LaunchTemplateId = template, LaunchTemplateName = "web" }; break;
                case "unknown": request.LaunchTemplate = new() { LaunchTemplateName = "other" }; break;
                case "target group": request.TargetGroupARNs = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef"]; break;
                case "health": request.HealthCheckType = "PING"; break;
                case "tag": request.Tags = [new Tag { Key = "aws:x", Value = "y" }]; break;
                default: request.HealthCheckGracePeriod = -1; break;
            }
        }));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task A_template_that_EC2_would_not_launch_is_refused_with_its_words()
    {
        await fleet.TemplateAsync(profileArn: "arn:aws:iam::123456789012:instance-profile/nobody");

        AmazonServiceException refusal = await Refused("ValidationError", () => fleet.GroupAsync());

        Assert.StartsWith("You must use a valid fully-formed launch template. Value (arn:aws:iam::123456789012:instance-profile/nobody)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();

        AmazonServiceException refusal = await Refused("AlreadyExists", () => fleet.GroupAsync());

        Assert.Equal("AutoScalingGroup by this name already exists - A group with the name web already exists", refusal.Message);
        await Refused("ValidationError", () => Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "other", DesiredCapacity = 1 }));
    }

    [Fact]
    public async Task Zones_stand_for_their_default_subnets()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(change: request => (request.VPCZoneIdentifier, request.AvailabilityZones) = (null, ["us-east-1c", "us-east-1d"]));

        AutoScalingGroup group = await fleet.DescribeGroupAsync();
        Assert.Equal(("cd", string.Empty), (await fleet.ZonesAsync(), group.VPCZoneIdentifier ?? string.Empty));
        Assert.Equal(["us-east-1c", "us-east-1d"], group.AvailabilityZones);
    }

    [Fact]
    public async Task What_cannot_be_launched_is_a_failed_activity_and_tried_again()
    {
        await fleet.TemplateAsync();
        await fleet.FailZoneAsync("us-east-1a");
        await fleet.FailZoneAsync("us-east-1b");
        await fleet.GroupAsync(min: 1);
        Activity failed = (await fleet.ActivitiesAsync())[0];

        await fleet.RestoreZoneAsync("us-east-1b");
        fleet.Wait(40);

        Assert.Equal("Failed", failed.StatusCode.Value);
        Assert.StartsWith("Launching a new EC2 instance.  Status Reason: We currently do not have sufficient t3.micro capacity", failed.Description, StringComparison.Ordinal);
        Assert.EndsWith("Launching EC2 instance failed.", failed.StatusMessage, StringComparison.Ordinal);
        Assert.Equal("b", await fleet.ZonesAsync());
    }

    [Fact]
    public async Task An_instance_is_ended_by_hand_with_or_without_another_in_its_place()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 1, desired: 2);
        fleet.Wait(10);
        List<Amazon.AutoScaling.Model.Instance> instances = (await fleet.DescribeGroupAsync()).Instances;

        Activity shrinking = await End(instances[0].InstanceId, shrinks: true);
        fleet.Wait(10);
        int shrunk = (await fleet.DescribeGroupAsync()).Instances.Count;
        AmazonServiceException refusal = await Refused("ValidationError", () => End(instances[1].InstanceId, shrinks: true));
        await End(instances[1].InstanceId, shrinks: false);
        fleet.Wait(10);

        Assert.Contains("was taken out of service in response to a user request, shrinking the capacity from 2 to 1.", shrinking.Cause, StringComparison.Ordinal);
        Assert.Equal(1, shrunk);
        Assert.StartsWith("Currently, desiredSize equals minSize.", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Assert.Single((await fleet.DescribeGroupAsync()).Instances).InstanceId, instances.Select(instance => instance.InstanceId));
        await Refused("ValidationError", () => End("i-00000000000000000", shrinks: false));
    }

    [Fact]
    public async Task Target_tracking_has_two_alarms_that_move_the_capacity_and_go_with_the_policy()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        fleet.Wait(10);

        PutScalingPolicyResponse made = await Groups.PutScalingPolicyAsync(Tracking());
        List<MetricAlarm> alarms = (await fleet.Alarms.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNamePrefix = "TargetTracking-web-" })).MetricAlarms;
        await fleet.Alarms.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = alarms[0].AlarmName, StateValue = "ALARM", StateReason = "a test" });
        int grown = (await fleet.DescribeGroupAsync()).DesiredCapacity!.Value;
        await Groups.DeletePolicyAsync(new DeletePolicyRequest { AutoScalingGroupName = "web", PolicyName = "cpu" });

        Assert.Matches("^TargetTracking-web-AlarmHigh-[0-9a-f-]{36}$", alarms[0].AlarmName);
        Assert.Matches("^TargetTracking-web-AlarmLow-[0-9a-f-]{36}$", alarms[1].AlarmName);
        Assert.Equal((60.0, 3, "CPUUtilization", made.PolicyARN), (alarms[0].Threshold, alarms[0].EvaluationPeriods, alarms[0].MetricName, Assert.Single(alarms[0].AlarmActions)));
        Assert.Equal((42.0, 15), (alarms[1].Threshold, alarms[1].EvaluationPeriods));
        Assert.Equal(3, grown);
        Assert.Contains(await fleet.ActivitiesAsync(), activity => activity.Cause.Contains($"a monitor alarm {alarms[0].AlarmName} in state ALARM triggered policy cpu changing the desired capacity from 2 to 3.", StringComparison.Ordinal));
        Assert.Null((await fleet.Alarms.DescribeAlarmsAsync(new DescribeAlarmsRequest())).MetricAlarms?.FirstOrDefault());
        await Refused("ValidationError", () => Groups.DeletePolicyAsync(new DeletePolicyRequest { AutoScalingGroupName = "web", PolicyName = "cpu" }));
    }

    [Fact]
    public async Task A_policy_put_again_keeps_its_ARN_and_a_deleted_group_takes_its_policies_with_it()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 0);

        string first = (await Groups.PutScalingPolicyAsync(Tracking())).PolicyARN;
        string second = (await Groups.PutScalingPolicyAsync(Tracking())).PolicyARN;
        ScalingPolicy policy = Assert.Single((await Groups.DescribePoliciesAsync(new DescribePoliciesRequest { AutoScalingGroupName = "web" })).ScalingPolicies);
        int alarms = (await fleet.Alarms.DescribeAlarmsAsync(new DescribeAlarmsRequest())).MetricAlarms.Count;
        await Delete(force: false);

        Assert.Equal(first, second);
        Assert.Equal(("TargetTrackingScaling", 60.0, 2, false), (policy.PolicyType, policy.TargetTrackingConfiguration.TargetValue, policy.Alarms.Count, policy.TargetTrackingConfiguration.DisableScaleIn));
        Assert.Equal(2, alarms);
        Assert.Null((await fleet.Alarms.DescribeAlarmsAsync(new DescribeAlarmsRequest())).MetricAlarms?.FirstOrDefault());
    }

    [Fact]
    public async Task Policies_that_cannot_be_are_refused()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 0);

        await Refused("ValidationError", () => Groups.PutScalingPolicyAsync(new PutScalingPolicyRequest { AutoScalingGroupName = "web", PolicyName = "p", PolicyType = "TargetTrackingScaling" }));
        await Refused("ValidationError", () => Groups.PutScalingPolicyAsync(new PutScalingPolicyRequest { AutoScalingGroupName = "web", PolicyName = "p", AdjustmentType = "ChangeInCapacity" }));
        await Refused("ValidationError", () => Groups.PutScalingPolicyAsync(new PutScalingPolicyRequest { AutoScalingGroupName = "web", PolicyName = "p", AdjustmentType = "Sideways", ScalingAdjustment = 1 }));
        await Refused("ValidationError", () => Groups.PutScalingPolicyAsync(new PutScalingPolicyRequest { AutoScalingGroupName = "web", PolicyName = "p", PolicyType = "StepScaling", AdjustmentType = "ChangeInCapacity" }));
        await Refused("ValidationError", () => Groups.PutScalingPolicyAsync(new PutScalingPolicyRequest { AutoScalingGroupName = "web", PolicyName = "p", PolicyType = "PredictiveScaling" }));
    }

    [Fact]
    public async Task A_refresh_replaces_instances_one_by_one_and_waits_for_each()
    {
        string targets = await fleet.ServedTargetGroupAsync();
        await fleet.TemplateAsync();
        await fleet.GroupAsync(change: request => (request.TargetGroupARNs, request.HealthCheckType, request.DefaultInstanceWarmup) = ([targets], "ELB", 60));
        fleet.Wait(30);
        HashSet<string> old = [.. (await fleet.DescribeGroupAsync()).Instances.Select(instance => instance.InstanceId)];

        string id = (await Groups.StartInstanceRefreshAsync(new StartInstanceRefreshRequest { AutoScalingGroupName = "web" })).InstanceRefreshId;
        await Refused("InstanceRefreshInProgress", () => Groups.StartInstanceRefreshAsync(new StartInstanceRefreshRequest { AutoScalingGroupName = "web" }));
        InstanceRefresh pending = await Refresh(id);
        int least = 2;
        InstanceRefresh half = pending;
        for (int second = 0; second < 300; second++)
        {
            fleet.Wait(1);
            least = Math.Min(least, (await fleet.DescribeGroupAsync()).Instances.Count(instance => instance.LifecycleState == "InService"));
            InstanceRefresh now = await Refresh(id);
            half = now.PercentageComplete == 50 ? now : half;
        }

        InstanceRefresh done = await Refresh(id);
        Assert.Equal(("Pending", "InProgress", "Successful"), (pending.Status.Value, half.Status.Value, done.Status.Value));
        Assert.Equal((1, 100, 0), (half.InstancesToUpdate, done.PercentageComplete, done.InstancesToUpdate));
        Assert.NotNull(done.EndTime);
        Assert.Equal(1, least);
        Assert.DoesNotContain((await fleet.DescribeGroupAsync()).Instances, instance => old.Contains(instance.InstanceId));
        Assert.Contains(await fleet.ActivitiesAsync(), activity => activity.Cause.EndsWith("an instance was taken out of service in response to an instance refresh.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refresh_may_launch_before_it_ends_and_bring_another_template()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        fleet.Wait(30);
        await fleet.TemplateAsync();

        await Groups.StartInstanceRefreshAsync(new StartInstanceRefreshRequest
        {
            AutoScalingGroupName = "web",
            DesiredConfiguration = new() { LaunchTemplate = new() { LaunchTemplateName = "web", Version = "2" } },
            Preferences = new() { MinHealthyPercentage = 100, MaxHealthyPercentage = 150, InstanceWarmup = 10, SkipMatching = true },
        });
        int least = 2;
        for (int second = 0; second < 120; second++)
        {
            fleet.Wait(1);
            least = Math.Min(least, (await fleet.DescribeGroupAsync()).Instances.Count(instance => instance.LifecycleState == "InService"));
        }

        AutoScalingGroup group = await fleet.DescribeGroupAsync();
        Assert.Equal(2, least);
        Assert.Equal(2, group.Instances.Count);
        Assert.All(group.Instances, instance => Assert.Equal("2", instance.LaunchTemplate.Version));
        Assert.Equal("2", group.LaunchTemplate.Version);
    }

    [Fact]
    public async Task A_refresh_that_skips_what_matches_has_nothing_to_do()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        fleet.Wait(30);

        string id = (await Groups.StartInstanceRefreshAsync(new StartInstanceRefreshRequest { AutoScalingGroupName = "web", Preferences = new() { SkipMatching = true } })).InstanceRefreshId;
        fleet.Wait(5);

        InstanceRefresh refresh = await Refresh(id);
        Assert.Equal(("Successful", 100), (refresh.Status.Value, refresh.PercentageComplete));
        Assert.Equal(2, (await fleet.ActivitiesAsync()).Count);
    }

    [Fact]
    public async Task A_refresh_is_cancelled()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(change: request => request.DefaultInstanceWarmup = 300);
        fleet.Wait(30);
        string id = (await Groups.StartInstanceRefreshAsync(new StartInstanceRefreshRequest { AutoScalingGroupName = "web" })).InstanceRefreshId;
        fleet.Wait(20);

        await Groups.CancelInstanceRefreshAsync(new CancelInstanceRefreshRequest { AutoScalingGroupName = "web" });
        fleet.Wait(600);

        Assert.Equal("Cancelled", (await Refresh(id)).Status.Value);
        Assert.Equal(2, (await fleet.DescribeGroupAsync()).Instances.Count);
        await Refused("ActiveInstanceRefreshNotFound", () => Groups.CancelInstanceRefreshAsync(new CancelInstanceRefreshRequest { AutoScalingGroupName = "web" }));
    }

    [Fact]
    public async Task A_topic_is_told_of_launches_and_terminations()
    {
        string topic = await fleet.TopicAsync();
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 0, desired: 0);
        await Groups.PutNotificationConfigurationAsync(new PutNotificationConfigurationRequest
        {
            AutoScalingGroupName = "web",
            TopicARN = topic,
            NotificationTypes = ["autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_TERMINATE"],
        });
        List<NotificationConfiguration> known = (await Groups.DescribeNotificationConfigurationsAsync(new DescribeNotificationConfigurationsRequest { AutoScalingGroupNames = ["web"] })).NotificationConfigurations;

        await Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 1 });
        fleet.Wait(10);
        await Groups.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 0 });
        fleet.Wait(10);
        await fleet.DescribeGroupAsync();

        Assert.Equal(["autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_TERMINATE"], known.Select(configuration => configuration.NotificationType));
        Assert.Equal(
            ["Auto Scaling: test notification for group \"web\"", "Auto Scaling: launch for group \"web\"", "Auto Scaling: termination for group \"web\""],
            SnsState.Of(fleet.Account.State).Messages.Current.Values.OrderBy(message => message.Number).Select(message => message.Subject));
        await Groups.DeleteNotificationConfigurationAsync(new DeleteNotificationConfigurationRequest { AutoScalingGroupName = "web", TopicARN = topic });
        await Refused("ValidationError", () => Groups.DeleteNotificationConfigurationAsync(new DeleteNotificationConfigurationRequest { AutoScalingGroupName = "web", TopicARN = topic }));
        await Refused("ValidationError", () => Groups.PutNotificationConfigurationAsync(new PutNotificationConfigurationRequest { AutoScalingGroupName = "web", TopicARN = topic + "x", NotificationTypes = ["autoscaling:EC2_INSTANCE_LAUNCH"] }));
        await Refused("ValidationError", () => Groups.PutNotificationConfigurationAsync(new PutNotificationConfigurationRequest { AutoScalingGroupName = "web", TopicARN = topic, NotificationTypes = ["autoscaling:NEWS"] }));
    }

    [Fact]
    public async Task Target_groups_are_attached_and_detached_later()
    {
        string targets = await fleet.ServedTargetGroupAsync();
        await fleet.TemplateAsync();
        await fleet.GroupAsync();
        fleet.Wait(10);

        await Groups.AttachLoadBalancerTargetGroupsAsync(new AttachLoadBalancerTargetGroupsRequest { AutoScalingGroupName = "web", TargetGroupARNs = [targets] });
        fleet.Wait(5);
        List<string> attached = await fleet.HealthAsync(targets);
        await Groups.DetachLoadBalancerTargetGroupsAsync(new DetachLoadBalancerTargetGroupsRequest { AutoScalingGroupName = "web", TargetGroupARNs = [targets] });
        List<string> detached = await fleet.HealthAsync(targets);

        Assert.Equal(["healthy", "healthy"], attached);
        Assert.All(detached, health => Assert.StartsWith("draining", health, StringComparison.Ordinal));
        await Refused("ValidationError", () => Groups.DetachLoadBalancerTargetGroupsAsync(new DetachLoadBalancerTargetGroupsRequest { AutoScalingGroupName = "web", TargetGroupARNs = [targets] }));
    }

    [Fact]
    public async Task Tags_are_added_taken_found_and_filtered()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 0);
        await fleet.GroupAsync("other", min: 0);

        await Groups.CreateOrUpdateTagsAsync(new CreateOrUpdateTagsRequest { Tags = [Make("app", "directory"), Make("stage", "test")] });
        await Groups.DeleteTagsAsync(new Amazon.AutoScaling.Model.DeleteTagsRequest { Tags = [Make("stage", "test")] });

        Amazon.AutoScaling.Model.TagDescription tag = Assert.Single((await Groups.DescribeTagsAsync(new Amazon.AutoScaling.Model.DescribeTagsRequest { Filters = [new() { Name = "auto-scaling-group", Values = ["web"] }] })).Tags);
        Assert.Equal(("app", "directory", "web", "auto-scaling-group"), (tag.Key, tag.Value, tag.ResourceId, tag.ResourceType));
        Assert.Equal("web", Assert.Single((await Groups.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { Filters = [new() { Name = "tag:app", Values = ["directory"] }] })).AutoScalingGroups).AutoScalingGroupName);
        await Refused("ValidationError", () => Groups.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { Filters = [new() { Name = "colour", Values = ["blue"] }] }));
        await Refused("LimitExceeded", () => Groups.CreateOrUpdateTagsAsync(new CreateOrUpdateTagsRequest { Tags = [.. Enumerable.Range(0, 50).Select(number => Make($"k{number}", "v"))] }));

        static Tag Make(string key, string value) => new() { ResourceId = "web", ResourceType = "auto-scaling-group", Key = key, Value = value, PropagateAtLaunch = true };
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        await fleet.TemplateAsync();
        for (int number = 0; number < 3; number++)
        {
            await fleet.GroupAsync($"web-{number}", min: 0);
        }

        DescribeAutoScalingGroupsResponse first = await Groups.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { MaxRecords = 2 });
        DescribeAutoScalingGroupsResponse second = await Groups.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { MaxRecords = 2, NextToken = first.NextToken });

        Assert.Equal((2, 1), (first.AutoScalingGroups.Count, second.AutoScalingGroups.Count));
        await Refused("InvalidNextToken", () => Groups.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { NextToken = "nonsense" }));
    }

    [Fact]
    public async Task Whoever_makes_a_group_must_be_allowed_to_launch()
    {
        await fleet.TemplateAsync();
        const string scaling = """{"Effect":"Allow","Action":["autoscaling:*","iam:CreateServiceLinkedRole"],"Resource":"*"}""";
        AmazonAutoScalingClient without = (await fleet.Sandbox.UserAsync("ann", scaling)).AutoScaling();
        AmazonAutoScalingClient with = (await fleet.Sandbox.UserAsync("bob", scaling, """{"Effect":"Allow","Action":["ec2:RunInstances","ec2:CreateTags","ssm:GetParameters"],"Resource":"*"}""")).AutoScaling();
        var request = new CreateAutoScalingGroupRequest { AutoScalingGroupName = "web", MinSize = 1, MaxSize = 1, VPCZoneIdentifier = (await fleet.SubnetsAsync("a"))[0], LaunchTemplate = new() { LaunchTemplateName = "web" } };

        AmazonServiceException refusal = await Refused("ValidationError", () => without.CreateAutoScalingGroupAsync(request));
        await with.CreateAutoScalingGroupAsync(request);

        Assert.Equal("You are not authorized to use launch template: web", refusal.Message);
    }

    [Fact]
    public async Task Permissions_are_by_the_group_and_its_tags()
    {
        await fleet.TemplateAsync();
        await fleet.GroupAsync(min: 0, change: request => request.Tags = [new Tag { Key = "app", Value = "directory" }]);
        await fleet.GroupAsync("other", min: 0);
        AmazonAutoScalingClient user = (await fleet.Sandbox.UserAsync("ann", """{"Effect":"Allow","Action":"autoscaling:*","Resource":"*","Condition":{"StringEquals":{"autoscaling:ResourceTag/app":"directory"}}}""")).AutoScaling();

        await user.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "web", DesiredCapacity = 1 });

        AmazonServiceException refusal = await Refused("AccessDenied", () => user.SetDesiredCapacityAsync(new SetDesiredCapacityRequest { AutoScalingGroupName = "other", DesiredCapacity = 1 }));
        Assert.Matches("is not authorized to perform: autoscaling:SetDesiredCapacity on resource: arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:[0-9a-f-]{36}:autoScalingGroupName/other because", refusal.Message);
    }

    [Fact]
    public async Task Who_makes_the_first_group_needs_leave_to_make_the_role()
    {
        await fleet.TemplateAsync();
        AmazonAutoScalingClient user = (await fleet.Sandbox.UserAsync("ann", """{"Effect":"Allow","Action":["autoscaling:*","ec2:*"],"Resource":"*"}""")).AutoScaling();
        var request = new CreateAutoScalingGroupRequest { AutoScalingGroupName = "web", MinSize = 1, MaxSize = 1, VPCZoneIdentifier = (await fleet.SubnetsAsync("a"))[0], LaunchTemplate = new() { LaunchTemplateName = "web" } };

        AmazonServiceException refusal = await Refused("AccessDenied", () => user.CreateAutoScalingGroupAsync(request));

        Assert.Contains("iam:CreateServiceLinkedRole", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<AmazonServiceException> Refused(string code, Func<Task> call) => SdkSandbox.Refuses(code, call);

    private static PutScalingPolicyRequest Tracking() => new()
    {
        AutoScalingGroupName = "web",
        PolicyName = "cpu",
        PolicyType = "TargetTrackingScaling",
        TargetTrackingConfiguration = new() { TargetValue = 60, PredefinedMetricSpecification = new() { PredefinedMetricType = "ASGAverageCPUUtilization" } },
    };

    private Task Delete(bool force) => Groups.DeleteAutoScalingGroupAsync(new DeleteAutoScalingGroupRequest { AutoScalingGroupName = "web", ForceDelete = force });

    private async Task<Activity> End(string id, bool shrinks) =>
        (await Groups.TerminateInstanceInAutoScalingGroupAsync(new TerminateInstanceInAutoScalingGroupRequest { InstanceId = id, ShouldDecrementDesiredCapacity = shrinks })).Activity;

    private async Task<InstanceRefresh> Refresh(string id) =>
        Assert.Single((await Groups.DescribeInstanceRefreshesAsync(new DescribeInstanceRefreshesRequest { AutoScalingGroupName = "web", InstanceRefreshIds = [id] })).InstanceRefreshes);
}
