using Amazon.EC2.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using CloudEssentials.Sandbox.Services.Ec2;

namespace CloudEssentials.Tests.Sandbox;

public sealed class TargetHealthTests : IDisposable
{
    private readonly FleetSandbox fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task A_new_target_is_healthy_with_the_first_check_that_it_passes()
    {
        string group = await fleet.ServedTargetGroupAsync();
        await Register(group, await fleet.InstanceAsync());

        List<string> first = await fleet.HealthAsync(group);
        fleet.Wait(2);

        Assert.Equal(["initial Elb.InitialHealthChecking"], first);
        Assert.Equal(["healthy"], await fleet.HealthAsync(group));
    }

    [Fact]
    public async Task Without_a_listener_a_target_is_unused()
    {
        string group = await fleet.TargetGroupAsync();
        await Register(group, await fleet.InstanceAsync());
        List<string> before = await fleet.HealthAsync(group);

        await fleet.ListenerAsync(await fleet.LoadBalancerAsync(), group);
        List<string> provisioning = await fleet.HealthAsync(group);
        fleet.Wait(5);

        Assert.Equal(["unused Target.NotInUse"], before);
        Assert.Equal(["initial Elb.RegistrationInProgress"], provisioning);
        Assert.Equal(["healthy"], await fleet.HealthAsync(group));
    }

    [Fact]
    public async Task A_target_in_a_zone_that_the_load_balancer_does_not_have_is_unused()
    {
        string group = await fleet.ServedTargetGroupAsync("bc");
        await Register(group, await fleet.InstanceAsync("a"));

        Assert.Equal(["unused Target.NotInUse"], await fleet.HealthAsync(group));
    }

    [Fact]
    public async Task A_target_that_never_answers_is_unhealthy_after_the_threshold()
    {
        string group = await fleet.ServedTargetGroupAsync();
        await Register(group, await fleet.InstanceAsync(userData: "#!/bin/bash\necho idle\n"));

        // Checks at 0, 10 and 20 seconds; the third has timed out after 5 more.
        fleet.Wait(24.9);
        List<string> before = await fleet.HealthAsync(group);
        fleet.Wait(0.1);

        Assert.Equal(["initial Elb.InitialHealthChecking"], before);
        Assert.Equal(["unhealthy Target.Timeout"], await fleet.HealthAsync(group));
    }

    [Fact]
    public async Task A_code_that_is_not_wanted_is_a_mismatch()
    {
        string group = await fleet.ServedTargetGroupAsync();
        await fleet.Elb.ModifyTargetGroupAsync(new ModifyTargetGroupRequest { TargetGroupArn = group, Matcher = new() { HttpCode = "201-204,302" } });
        await Register(group, await fleet.InstanceAsync());
        fleet.Wait(20);

        TargetHealthDescription health = (await fleet.Elb.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = group })).TargetHealthDescriptions[0];

        Assert.Equal(("unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [200]"), (health.TargetHealth.State.Value, health.TargetHealth.Reason.Value, health.TargetHealth.Description));
        Assert.Equal("80", health.HealthCheckPort);
    }

    [Fact]
    public async Task A_stopped_instance_is_no_target_until_it_serves_again()
    {
        string group = await fleet.ServedTargetGroupAsync();
        string id = await fleet.InstanceAsync();
        await Register(group, id);
        fleet.Wait(60);

        await fleet.Ec2.StopInstancesAsync(new StopInstancesRequest([id]));
        fleet.Wait(5);
        TargetHealth stopped = (await fleet.Elb.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = group })).TargetHealthDescriptions[0].TargetHealth;

        Assert.Equal(("unused", "Target.InvalidState", "Target is in the stopped state"), (stopped.State.Value, stopped.Reason.Value, stopped.Description));
    }

    [Fact]
    public async Task A_security_group_that_shuts_the_load_balancer_out_makes_targets_unhealthy_and_healthy_again()
    {
        string group = await fleet.ServedTargetGroupAsync();
        await Register(group, await fleet.InstanceAsync());
        fleet.Wait(10);
        Ec2SecurityGroup open = NetworkState.Of(fleet.Account.State).SecurityGroups.Current.Values.Single(made => made.Region == "us-east-1");

        await Healthy();
        await Close(open with { Rules = open.Rules.Clear() });
        List<string> atOnce = await fleet.HealthAsync(group);
        fleet.Wait(35);
        List<string> later = await fleet.HealthAsync(group);
        await Close(open);
        fleet.Wait(9);
        List<string> notYet = await fleet.HealthAsync(group);
        fleet.Wait(11);

        Assert.Equal(["healthy"], atOnce);
        Assert.Equal(["unhealthy Target.Timeout"], later);
        Assert.Equal(["unhealthy Target.FailedHealthChecks"], notYet);
        await Healthy();

        async Task Healthy() => Assert.Equal(["healthy"], await fleet.HealthAsync(group));

        // The tests change the table themselves, and a call lets what follows from it happen.
        async Task Close(Ec2SecurityGroup changed)
        {
            await fleet.ChangeAsync(state => NetworkState.Of(state).SecurityGroups[changed.Id] = changed);
            await fleet.Elb.AddTagsAsync(new AddTagsRequest { ResourceArns = [group], Tags = [new() { Key = "changed", Value = "yes" }] });
        }
    }

    [Fact]
    public async Task A_target_in_a_zone_that_fails_times_out()
    {
        string group = await fleet.ServedTargetGroupAsync();
        await Register(group, await fleet.InstanceAsync("a"), await fleet.InstanceAsync("b"));
        fleet.Wait(10);

        await fleet.FailZoneAsync("us-east-1a");
        fleet.Wait(60);

        Assert.Equal(["healthy", "unhealthy Target.Timeout"], await fleet.HealthAsync(group));
    }

    [Fact]
    public async Task What_happened_during_a_leap_of_the_clock_happened_at_its_own_time()
    {
        string group = await fleet.ServedTargetGroupAsync();
        await Register(group, await fleet.InstanceAsync("a"));
        fleet.Wait(10);
        await fleet.HealthAsync(group);

        await fleet.FailZoneAsync("us-east-1a");
        fleet.Wait(3600);

        Assert.Equal(["unhealthy Target.Timeout"], await fleet.HealthAsync(group));
    }

    [Fact]
    public async Task A_deregistered_target_drains_for_the_delay_and_is_gone()
    {
        string group = await fleet.ServedTargetGroupAsync();
        string id = await fleet.InstanceAsync();
        await Register(group, id);
        fleet.Wait(10);

        await fleet.Elb.DeregisterTargetsAsync(new DeregisterTargetsRequest { TargetGroupArn = group, Targets = [new() { Id = id }] });
        List<string> draining = await fleet.HealthAsync(group);
        fleet.Wait(300);
        TargetHealthDescription named = (await fleet.Elb.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = group, Targets = [new() { Id = id }] })).TargetHealthDescriptions[0];

        Assert.Equal(["draining Target.DeregistrationInProgress"], draining);
        Assert.Empty(await fleet.HealthAsync(group));
        Assert.Equal(("unused", "Target.NotRegistered"), (named.TargetHealth.State.Value, named.TargetHealth.Reason.Value));
        await fleet.Elb.DeregisterTargetsAsync(new DeregisterTargetsRequest { TargetGroupArn = group, Targets = [new() { Id = id }] });
    }

    [Fact]
    public async Task What_is_no_running_instance_of_the_VPC_is_no_target()
    {
        string group = await fleet.ServedTargetGroupAsync();
        string stopped = await fleet.InstanceAsync();
        await fleet.Ec2.StopInstancesAsync(new StopInstancesRequest([stopped]));

        await SdkSandbox.Refuses("InvalidTarget", () => Register(group, "i-00000000000000000"));
        var refusal = await SdkSandbox.Refuses("InvalidTarget", () => Register(group, stopped));
        await SdkSandbox.Refuses("TargetGroupNotFound", () => Register(group + "0", stopped));

        Assert.Equal($"The following targets are not in a running state and cannot be registered: '{stopped}'", refusal.Message);
    }

    [Fact]
    public async Task Addresses_are_targets_too()
    {
        string id = await fleet.InstanceAsync();
        string address = NetworkInterfaces.In(fleet.Account.State, "us-east-1").Single(made => made.InstanceId == id).PrivateIp;
        string group = (await fleet.Elb.CreateTargetGroupAsync(new CreateTargetGroupRequest { Name = "ip", Protocol = "HTTP", Port = 80, VpcId = await fleet.VpcAsync(), TargetType = "ip" })).TargetGroups[0].TargetGroupArn;
        await fleet.ListenerAsync(await fleet.LoadBalancerAsync(), group);

        await Register(group, address);
        fleet.Wait(10);

        Assert.Equal(["healthy"], await fleet.HealthAsync(group));
        await SdkSandbox.Refuses("ValidationError", () => Register(group, "10.9.8.7"));
    }

    private Task Register(string group, params string[] ids) => fleet.Elb.RegisterTargetsAsync(new RegisterTargetsRequest { TargetGroupArn = group, Targets = [.. ids.Select(id => new TargetDescription { Id = id })] });
}
