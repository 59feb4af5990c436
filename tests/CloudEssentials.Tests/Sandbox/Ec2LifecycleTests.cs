using System.Text;
using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>Instances from launch to end, and what changes on the way.</summary>
public sealed class Ec2LifecycleTests : IDisposable
{
    private readonly Ec2Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task An_instance_is_pending_runs_stops_starts_and_ends_by_the_clock()
    {
        string id = await Launched();
        string first = (await sandbox.Described(id)).PublicIpAddress;
        await Seen(id, "pending");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        await Seen(id, "running");
        DateTime? launched = (await sandbox.Described(id)).LaunchTime;

        InstanceStateChange stopping = Assert.Single((await sandbox.Client.StopInstancesAsync(new StopInstancesRequest([id]))).StoppingInstances);
        Assert.Equal(("running", 16, "stopping", 64), (stopping.PreviousState.Name.Value, stopping.PreviousState.Code, stopping.CurrentState.Name.Value, stopping.CurrentState.Code));
        await Ec2Sandbox.Refused("IncorrectInstanceState", sandbox.Client.StartInstancesAsync(new StartInstancesRequest([id])));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        Instance stopped = await Seen(id, "stopped");
        Assert.Null(stopped.PublicIpAddress);
        Assert.Equal("Client.UserInitiatedShutdown", stopped.StateReason.Code);
        Assert.Matches(@"^User initiated \(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d GMT\)$", stopped.StateTransitionReason);
        Assert.NotNull(stopped.PrivateIpAddress);
        await Ec2Sandbox.Refused("IncorrectState", sandbox.Client.RebootInstancesAsync(new RebootInstancesRequest([id])));

        InstanceStateChange starting = Assert.Single((await sandbox.Client.StartInstancesAsync(new StartInstancesRequest([id]))).StartingInstances);
        Assert.Equal(("stopped", "pending"), (starting.PreviousState.Name.Value, starting.CurrentState.Name.Value));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        Instance again = await Seen(id, "running");
        Assert.NotNull(again.PublicIpAddress);
        Assert.NotEqual(first, again.PublicIpAddress);
        Assert.Equal((stopped.PrivateIpAddress, null, ""), (again.PrivateIpAddress, again.StateReason, again.StateTransitionReason));
        Assert.True(again.LaunchTime > launched);

        await sandbox.Client.TerminateInstancesAsync(new TerminateInstancesRequest([id]));
        await Seen(id, "shutting-down");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        Instance ended = await Seen(id, "terminated");
        Assert.Equal((null, null, 0), (ended.SubnetId, ended.PrivateIpAddress, ended.BlockDeviceMappings?.Count ?? 0));
        Assert.Equal("terminated", Assert.Single((await sandbox.Client.TerminateInstancesAsync(new TerminateInstancesRequest([id]))).TerminatingInstances).CurrentState.Name);
        Assert.Empty((await sandbox.Client.DescribeVolumesAsync(new())).Volumes ?? []);
        Assert.Empty((await sandbox.Client.DescribeNetworkInterfacesAsync(new())).NetworkInterfaces ?? []);
        await Ec2Sandbox.Refused("IncorrectInstanceState", sandbox.Client.StopInstancesAsync(new StopInstancesRequest([id])));
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(("InvalidInstanceID.NotFound", $"The instance ID '{id}' does not exist"), await Ec2Sandbox.Refusal(sandbox.Described(id)));
    }

    [Fact]
    public async Task What_is_stopped_is_terminated_at_once()
    {
        string id = await Launched();
        await sandbox.Client.StopInstancesAsync(new StopInstancesRequest([id]));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("terminated", Assert.Single((await sandbox.Client.TerminateInstancesAsync(new TerminateInstancesRequest([id]))).TerminatingInstances).CurrentState.Name);
    }

    [Fact]
    public async Task Termination_and_stop_can_be_forbidden_and_allowed_again()
    {
        string id = await Launched(request => (request.DisableApiTermination, request.DisableApiStop) = (true, true));
        string other = await Launched();

        Assert.Equal("OperationNotPermitted", (await Ec2Sandbox.Refusal(sandbox.Client.TerminateInstancesAsync(new TerminateInstancesRequest([other, id])))).Code);
        await Ec2Sandbox.Refused("OperationNotPermitted", sandbox.Client.StopInstancesAsync(new StopInstancesRequest([id])));
        await Seen(other, "pending");
        await sandbox.Client.ModifyInstanceAttributeAsync(new ModifyInstanceAttributeRequest { InstanceId = id, DisableApiTermination = false });
        await sandbox.Client.TerminateInstancesAsync(new TerminateInstancesRequest([other, id]));
        await Seen(id, "shutting-down");
    }

    [Fact]
    public async Task Ids_that_are_none_or_not_there_are_named()
    {
        Assert.Equal(
            ("InvalidInstanceID.NotFound", "The instance IDs 'i-00000000000000001, i-00000000000000002' do not exist"),
            await Ec2Sandbox.Refusal(sandbox.Client.StopInstancesAsync(new StopInstancesRequest(["i-00000000000000001", "i-00000000000000002"]))));
        await Ec2Sandbox.Refused("InvalidInstanceID.Malformed", sandbox.Client.StartInstancesAsync(new StartInstancesRequest(["i-none"])));
        await Ec2Sandbox.Refused("InvalidInstanceID.NotFound", sandbox.Client.GetConsoleOutputAsync(new GetConsoleOutputRequest { InstanceId = "i-00000000000000001" }));
    }

    [Theory]
    [InlineData("instance-state-name", "pending", 3)]
    [InlineData("instance-state-code", "0", 3)]
    [InlineData("instance-type", "t3.*", 2)]
    [InlineData("tag:Name", "web", 1)]
    [InlineData("tag-key", "Name", 1)]
    [InlineData("availability-zone", "us-east-1b", 1)]
    [InlineData("architecture", "x86_64", 3)]
    [InlineData("network-interface.attachment.device-index", "0", 3)]
    [InlineData("root-device-type", "ebs", 3)]
    [InlineData("metadata-options.http-tokens", "optional", 0)]
    [InlineData("instance.group-name", "default", 3)]
    [InlineData("private-ip-address", "172.31.*", 3)]
    [InlineData("launch-time", "2026-01-02T03:04:05.000Z", 3)]
    [InlineData("tenancy", "dedicated", 0)]
    public async Task Instances_are_found_by_filters(string name, string value, int count)
    {
        await Launched(request => request.TagSpecifications = Ec2Sandbox.Tagged("instance", "Name", "web"));
        await Launched(request => request.Placement = new Placement("us-east-1b"));
        await Launched(request => request.InstanceType = "m5.large");

        Assert.Equal(count, (await sandbox.Client.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new(name, [value])] })).Reservations?.Count ?? 0);
        Assert.Equal(("InvalidParameterValue", "The filter 'colour' is invalid"), await Ec2Sandbox.Refusal(sandbox.Client.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new("colour", [value])] })));
    }

    [Fact]
    public async Task Instances_come_in_pages()
    {
        for (int count = 0; count < 7; count++)
        {
            await Launched();
        }

        List<string> seen = [];
        DescribeInstancesResponse page = new() { NextToken = null };
        do
        {
            page = await sandbox.Client.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = 5, NextToken = page.NextToken });
            seen.AddRange(page.Reservations.SelectMany(reservation => reservation.Instances).Select(instance => instance.InstanceId));
        }
        while (page.NextToken is not null);

        Assert.Equal(7, seen.Distinct().Count());
        await Ec2Sandbox.Refused("InvalidParameterCombination", sandbox.Client.DescribeInstancesAsync(new DescribeInstancesRequest { MaxResults = 5, InstanceIds = [seen[0]] }));
        await Ec2Sandbox.Refused("InvalidParameterValue", sandbox.Client.DescribeInstancesAsync(new DescribeInstancesRequest { NextToken = "next" }));
    }

    [Fact]
    public async Task Status_checks_pass_after_minutes_and_fail_with_the_zone()
    {
        string id = await Launched();
        Assert.Empty(await Statuses());
        Assert.Equal("not-applicable", Assert.Single(await Statuses(all: true)).Status.Status);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("initializing", Assert.Single(await Statuses()).SystemStatus.Status);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(2));
        InstanceStatus ok = Assert.Single(await Statuses());
        Assert.Equal((id, "ok", "ok", "passed"), (ok.InstanceId, ok.Status.Status.Value, ok.SystemStatus.Status.Value, Assert.Single(ok.Status.Details).Status.Value));

        await sandbox.Account.SetZoneAsync("us-east-1a", SandboxZoneState.Impaired);
        InstanceStatus impaired = Assert.Single(await Statuses());
        Assert.Equal(("impaired", "failed"), (impaired.Status.Status.Value, Assert.Single(impaired.Status.Details).Status.Value));
        Assert.NotNull(impaired.Status.Details[0].ImpairedSince);
        await sandbox.Account.SetZoneAsync("us-east-1a", SandboxZoneState.Available);
        Assert.Equal("ok", Assert.Single(await Statuses()).SystemStatus.Status);
    }

    [Fact]
    public async Task A_failed_zone_takes_no_launches_and_says_so()
    {
        SandboxZone failed = await sandbox.Account.SetZoneAsync("use1-az6", SandboxZoneState.Impaired);
        Assert.Equal(("us-east-1a", "us-east-1", SandboxZoneState.Impaired), (failed.Name, failed.Region, failed.State));

        AvailabilityZone zone = (await sandbox.Client.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest())).AvailabilityZones.Single(zone => zone.ZoneName == "us-east-1a");
        Assert.Equal("impaired", zone.State.Value);
        Assert.Single(zone.Messages);
        Assert.Equal("us-east-1a", Assert.Single((await sandbox.Client.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest { Filters = [new("state", ["impaired"])] })).AvailabilityZones).ZoneName);
        (string code, string message) = await Ec2Sandbox.Refusal(Launched(request => request.Placement = new Placement("us-east-1a")));
        Assert.Equal("InsufficientInstanceCapacity", code);
        Assert.Equal(
            "We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (us-east-1a). Our system will be working on provisioning additional capacity. You can currently get t3.micro capacity by not specifying an Availability Zone in your request or choosing us-east-1b, us-east-1c, us-east-1d, us-east-1f.",
            message);
        Assert.Equal("us-east-1b", (await sandbox.Described(await Launched())).Placement.AvailabilityZone);
        await Assert.ThrowsAsync<CloudException>(() => sandbox.Account.SetZoneAsync("us-east-1z", SandboxZoneState.Impaired));
        await sandbox.Account.SetZoneAsync("us-east-1a", SandboxZoneState.Available);
        await Launched(request => request.Placement = new Placement("us-east-1a"));
    }

    [Fact]
    public async Task Attributes_of_what_is_stopped_can_be_changed()
    {
        string id = await Launched();
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        await Ec2Sandbox.Refused("IncorrectInstanceState", Modify(new() { InstanceId = id, InstanceType = "t3.small" }));
        await sandbox.Client.StopInstancesAsync(new StopInstancesRequest([id]));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        await Modify(new() { InstanceId = id, InstanceType = "t3.small" });
        await Modify(new() { InstanceId = id, Attribute = "instanceInitiatedShutdownBehavior", Value = "terminate" });
        await Modify(new() { InstanceId = id, SourceDestCheck = false });
        string group = await sandbox.Group((await sandbox.DefaultVpc()).VpcId, "web");
        await Modify(new() { InstanceId = id, Groups = [group] });
        await Modify(new() { InstanceId = id, BlockDeviceMappings = [new() { DeviceName = "/dev/xvda", Ebs = new() { DeleteOnTermination = false } }] });

        Instance changed = await sandbox.Described(id);
        Assert.Equal(("t3.small", false, group, false), (changed.InstanceType.Value, changed.SourceDestCheck, Assert.Single(changed.SecurityGroups).GroupId, Assert.Single(changed.BlockDeviceMappings).Ebs.DeleteOnTermination));
        Assert.Equal("terminate", (await sandbox.Attribute(id, "instanceInitiatedShutdownBehavior")).InstanceInitiatedShutdownBehavior);
        Assert.Equal(group, Assert.Single((await sandbox.Attribute(id, "groupSet")).Groups).GroupId);
        Assert.Equal("t3.small", (await sandbox.Attribute(id, "instanceType")).InstanceType);
        Assert.Equal("/dev/xvda", (await sandbox.Attribute(id, "rootDeviceName")).RootDeviceName);
        Assert.Equal("/dev/xvda", Assert.Single((await sandbox.Attribute(id, "blockDeviceMapping")).BlockDeviceMappings).DeviceName);
        await Ec2Sandbox.Refused("InvalidParameterValue", Modify(new() { InstanceId = id, InstanceType = "t4g.small" }));
        await Ec2Sandbox.Refused("InvalidGroup.NotFound", Modify(new() { InstanceId = id, Groups = ["sg-0123456789abcdef0"] }));
        await Ec2Sandbox.Refused("InvalidParameterCombination", Modify(new() { InstanceId = id, InstanceType = "t3.micro", SourceDestCheck = true }));
        await Ec2Sandbox.Refused("MissingParameter", Modify(new() { InstanceId = id }));
        await Ec2Sandbox.Refused("InvalidInstanceAttributeValue", Modify(new() { InstanceId = id, BlockDeviceMappings = [new() { DeviceName = "/dev/sdz", Ebs = new() { DeleteOnTermination = true } }] }));

        InstanceMetadataOptionsResponse options = (await sandbox.Client.ModifyInstanceMetadataOptionsAsync(new ModifyInstanceMetadataOptionsRequest { InstanceId = id, HttpTokens = HttpTokensState.Optional })).InstanceMetadataOptions;
        Assert.Equal(("optional", 2, "pending"), (options.HttpTokens.Value, options.HttpPutResponseHopLimit, options.State.Value));
        await sandbox.Client.TerminateInstancesAsync(new TerminateInstancesRequest([id]));
        Assert.Equal("available", Assert.Single((await sandbox.Client.DescribeVolumesAsync(new())).Volumes).State);
        await Ec2Sandbox.Refused("IncorrectInstanceState", sandbox.Client.ModifyInstanceMetadataOptionsAsync(new ModifyInstanceMetadataOptionsRequest { InstanceId = id, HttpTokens = HttpTokensState.Required }));
    }

    [Fact]
    public async Task Volumes_are_made_attached_detached_and_deleted()
    {
        string id = await Launched();
        sandbox.Clock.Advance(TimeSpan.FromSeconds(2));
        var request = new CreateVolumeRequest { AvailabilityZone = "us-east-1a", Size = 10, VolumeType = "gp3", Encrypted = true, ClientToken = "one", TagSpecifications = Ec2Sandbox.Tagged("volume", "Name", "data") };
        Volume made = (await sandbox.Client.CreateVolumeAsync(request)).Volume;
        Assert.Equal(("creating", 10, "gp3", true), (made.State.Value, made.Size, made.VolumeType.Value, made.Encrypted));
        Assert.Equal(made.VolumeId, (await sandbox.Client.CreateVolumeAsync(request)).Volume.VolumeId);
        Volume elsewhere = (await sandbox.Client.CreateVolumeAsync(new CreateVolumeRequest { AvailabilityZone = "us-east-1b", Size = 1 })).Volume;

        await Ec2Sandbox.Refused("InvalidVolume.ZoneMismatch", Attach(elsewhere.VolumeId, id, "/dev/sdf"));
        await Ec2Sandbox.Refused("InvalidParameterValue", Attach(made.VolumeId, id, "/dev/xvda"));
        Assert.Equal("attaching", (await Attach(made.VolumeId, id, "/dev/sdf")).Attachment.State);
        await Ec2Sandbox.Refused("VolumeInUse", Attach(made.VolumeId, id, "/dev/sdg"));
        Assert.Equal(("VolumeInUse", $"Volume {made.VolumeId} is currently attached to {id}"), await Ec2Sandbox.Refusal(sandbox.Client.DeleteVolumeAsync(new DeleteVolumeRequest(made.VolumeId))));
        Assert.Equal(2, (await sandbox.Described(id)).BlockDeviceMappings.Count);
        string root = (await sandbox.Described(id)).BlockDeviceMappings.Single(mapping => mapping.DeviceName == "/dev/xvda").Ebs.VolumeId;
        await Ec2Sandbox.Refused("OperationNotPermitted", sandbox.Client.DetachVolumeAsync(new DetachVolumeRequest { VolumeId = root }));
        Assert.Equal("detaching", (await sandbox.Client.DetachVolumeAsync(new DetachVolumeRequest { VolumeId = made.VolumeId })).Attachment.State);
        await Ec2Sandbox.Refused("IncorrectState", sandbox.Client.DetachVolumeAsync(new DetachVolumeRequest { VolumeId = made.VolumeId }));
        Assert.Equal("available", Assert.Single((await sandbox.Client.DescribeVolumesAsync(new DescribeVolumesRequest { Filters = [new("tag:Name", ["data"])] })).Volumes).State);
        await sandbox.Client.DeleteVolumeAsync(new DeleteVolumeRequest(made.VolumeId));
        await Ec2Sandbox.Refused("InvalidVolume.NotFound", sandbox.Client.DescribeVolumesAsync(new DescribeVolumesRequest { VolumeIds = [made.VolumeId] }));
        await Ec2Sandbox.Refused("InvalidVolume.NotFound", sandbox.Client.DeleteVolumeAsync(new DeleteVolumeRequest(made.VolumeId)));
        await Ec2Sandbox.Refused("InvalidZone.NotFound", sandbox.Client.CreateVolumeAsync(new CreateVolumeRequest { AvailabilityZone = "us-east-1z", Size = 1 }));
        await Ec2Sandbox.Refused("InvalidSnapshot.NotFound", sandbox.Client.CreateVolumeAsync(new CreateVolumeRequest { AvailabilityZone = "us-east-1a", SnapshotId = "snap-0123456789abcdef0" }));
        await Ec2Sandbox.Refused("MissingParameter", sandbox.Client.CreateVolumeAsync(new CreateVolumeRequest { AvailabilityZone = "us-east-1a" }));
    }

    [Fact]
    public async Task The_console_shows_the_user_datas_run_at_the_first_boot_alone()
    {
        string id = await Launched(request => request.UserData = Ec2InstanceTests.Encode("#!/bin/bash -ex\nwget https://example.com/app.zip\n# nothing\necho done\n"));
        Assert.Empty(await Console(id));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        string first = await Console(id);
        Assert.Contains("+ wget https://example.com/app.zip\n", first, StringComparison.Ordinal);
        Assert.Contains("+ echo done\n", first, StringComparison.Ordinal);
        await sandbox.Client.RebootInstancesAsync(new RebootInstancesRequest([id]));

        Assert.DoesNotContain("wget", await Console(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_way_to_the_internet_the_console_says_where_the_script_broke_off()
    {
        string subnet = await sandbox.Subnet(await sandbox.Vpc(), "10.1.1.0/24");
        string id = await Launched(request => (request.SubnetId, request.UserData) = (subnet, Ec2InstanceTests.Encode("#!/bin/bash -ex\nwget https://example.com/app.zip\necho done\n")));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));

        string log = await Console(id);
        Assert.Contains("Failed to run module scripts-user", log, StringComparison.Ordinal);
        Assert.DoesNotContain("echo done", log, StringComparison.Ordinal);
    }

    private Task<AttachVolumeResponse> Attach(string volume, string instance, string device) => sandbox.Client.AttachVolumeAsync(new AttachVolumeRequest { VolumeId = volume, InstanceId = instance, Device = device });

    private Task<ModifyInstanceAttributeResponse> Modify(ModifyInstanceAttributeRequest request) => sandbox.Client.ModifyInstanceAttributeAsync(request);

    private async Task<string> Console(string id) =>
        Encoding.UTF8.GetString(Convert.FromBase64String((await sandbox.Client.GetConsoleOutputAsync(new GetConsoleOutputRequest { InstanceId = id })).Output ?? ""));

    private async Task<List<InstanceStatus>> Statuses(bool all = false) =>
        (await sandbox.Client.DescribeInstanceStatusAsync(new DescribeInstanceStatusRequest { IncludeAllInstances = all })).InstanceStatuses ?? [];

    private async Task<Instance> Seen(string id, string state)
    {
        Instance instance = await sandbox.Described(id);
        Assert.Equal(state, instance.State.Name.Value);
        return instance;
    }

    private async Task<string> Launched(Action<RunInstancesRequest>? change = null)
    {
        RunInstancesRequest request = Ec2InstanceTests.One();
        change?.Invoke(request);
        return Assert.Single((await sandbox.Client.RunInstancesAsync(request)).Reservation.Instances).InstanceId;
    }
}
