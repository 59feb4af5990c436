using Amazon.AutoScaling.Model;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;
using CloudEssentials.DirectoryApp.Resilience;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class ResilienceCommandTests : IDisposable
{
    private readonly SandboxClock _clock = new(DateTimeOffset.UtcNow);
    private readonly SandboxAccount _account;
    private readonly AwsConnection _connection;

    public ResilienceCommandTests()
    {
        _account = new(new() { Clock = _clock });
        _connection = SandboxConnections.To(_account, "a test");
    }

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task An_application_in_two_zones_with_a_way_out_each_has_no_single_point_of_failure()
    {
        await MakeAsync(NatGatewayMode.PerZone);

        List<ResilienceFinding> findings = await FindAsync();

        Assert.DoesNotContain(findings, finding => finding.Status is FindingStatus.Fail or FindingStatus.Unknown);
        Assert.Equal(["Topic"], findings.Where(finding => finding.Status == FindingStatus.Warning).Select(finding => finding.Check));
        Assert.Equal(["us-east-1a", "us-east-1b"], findings.Where(finding => finding.Check == "ZoneLoss").Select(finding => finding.Subject));
        Assert.All(findings, finding => Assert.Equal(("directory", "us-east-1", _account.AccountId, "Sandbox"), (finding.AppName, finding.Region, finding.AccountId, finding.Source)));
    }

    [Fact]
    public async Task The_one_NAT_gateway_of_two_zones_is_found_and_its_remedy_mends_it()
    {
        await MakeAsync(NatGatewayMode.Single);
        Assert.Equal("New-DirectoryApp -Name directory -NatGateway PerZone", Assert.Single(await FindAsync(), finding => finding.Check == "OutboundPath").Remedy);

        await MakeAsync(NatGatewayMode.PerZone);
        Assert.Equal(FindingStatus.Pass, Assert.Single(await FindAsync(), finding => finding.Check == "OutboundPath").Status);
    }

    [Fact]
    public async Task What_was_changed_behind_its_back_is_found()
    {
        await MakeAsync(NatGatewayMode.None);
        await _connection.AutoScaling().UpdateAutoScalingGroupAsync(new() { AutoScalingGroupName = "directory-asg", MinSize = 1, MaxSize = 2, HealthCheckType = "EC2" });
        await _connection.LoadBalancing().ModifyTargetGroupAttributesAsync(new()
        {
            TargetGroupArn = (await _connection.LoadBalancing().DescribeTargetGroupsAsync(new() { Names = ["directory-app"] })).TargetGroups[0].TargetGroupArn,
            Attributes = [new() { Key = "load_balancing.cross_zone.enabled", Value = "false" }],
        });
        await _connection.CloudWatch().DeleteAlarmsAsync(new() { AlarmNames = ["directory-unhealthy-hosts"] });

        List<ResilienceFinding> findings = await FindAsync();

        Assert.Equal(["CrossZone", "GroupHealthCheck", "MinimumCapacity", "ReserveCapacity"], findings.Where(finding => finding.Status == FindingStatus.Fail).Select(finding => finding.Check));
        Assert.Equal(["Alarm", "Topic"], findings.Where(finding => finding.Status == FindingStatus.Warning).Select(finding => finding.Check));
    }

    [Fact]
    public async Task A_missing_permission_is_named_and_the_other_checks_go_on()
    {
        await MakeAsync(NatGatewayMode.PerZone);
        AwsConnection reader = await UserAsync("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["ec2:DescribeNatGateways","dynamodb:*"],"Resource":"*"}]}""");

        List<ResilienceFinding> findings = await FindAsync(reader);

        Assert.Contains("ec2:DescribeNatGateways", Assert.Single(findings, finding => finding.Check == "OutboundPath").Reason, StringComparison.Ordinal);
        Assert.Contains("dynamodb:DescribeContinuousBackups", Assert.Single(findings, finding => finding.Check == "TableDurability").Reason, StringComparison.Ordinal);
        Assert.Equal(["Endpoint", "OutboundPath", "TableDurability", "ZoneLoss", "ZoneLoss"], findings.Where(finding => finding.Status == FindingStatus.Unknown).Select(finding => finding.Check).Order());
        Assert.Equal(FindingStatus.Pass, Assert.Single(findings, finding => finding.Check == "BucketDurability").Status);
    }

    [Fact]
    public async Task Where_there_is_no_such_application_those_that_are_there_are_named()
    {
        Assert.Contains("There is none.", (await Assert.ThrowsAsync<CloudException>(() => FindAsync())).Message, StringComparison.Ordinal);

        await MakeAsync(NatGatewayMode.None, "phonebook");

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => FindAsync());
        Assert.Equal("DirectoryAppNotFound", error.ErrorId);
        Assert.Contains("There is phonebook.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_with_few_calls_none_of_which_changes_anything()
    {
        using AppSandbox sandbox = new();
        await sandbox.Shell().RunAsync(new NewDirectoryApp(), new() { Name = "directory", NatGateway = NatGatewayMode.PerZone });
        int before = sandbox.Calls.Count;

        await sandbox.Shell().RunAsync(new TestDirectoryAppResilience(), new() { Name = "directory" });

        string[] calls = [.. sandbox.Calls.Skip(before)];
        Assert.Equal(17, calls.Length);
        Assert.All(calls, call => Assert.Matches(@"^GET |^(\w+\.)?(Describe|Get|List)", call));
    }

    [Fact]
    public async Task When_a_zone_is_really_lost_the_application_answers_and_the_group_is_whole_again_elsewhere()
    {
        await MakeAsync(NatGatewayMode.PerZone);
        string[] before = await InstancesAsync();

        List<ZoneLossTrial> trials = await TryAsync();

        Assert.Equal(["us-east-1a", "us-east-1b"], trials.Select(trial => trial.Zone));
        Assert.All(trials, trial =>
        {
            Assert.Equal((FindingStatus.Warning, "2 > 1 > 2"), (trial.Status, trial.Healthy));
            Assert.InRange(trial.TimeToRecover!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(12));
            Assert.InRange(trial.FailedRequests, 1, trial.Requests / 2);
            Assert.True(trial.LongestOutage < TimeSpan.FromSeconds(10), $"{trial.LongestOutage}");
        });
        Assert.Equal(before, await InstancesAsync());
        Assert.All((await _connection.Ec2().DescribeAvailabilityZonesAsync(new())).AvailabilityZones, zone => Assert.Equal("available", zone.State.Value));
    }

    [Fact]
    public async Task With_one_NAT_gateway_the_loss_of_its_zone_is_never_made_good()
    {
        await MakeAsync(NatGatewayMode.Single);

        List<ZoneLossTrial> trials = await TryAsync();

        Assert.Equal((FindingStatus.Fail, (TimeSpan?)null, 1), (trials[0].Status, trials[0].TimeToRecover, trials[0].HealthyAfter));
        Assert.Contains("cannot install the application", trials[0].Reason, StringComparison.Ordinal);
        Assert.Equal("New-DirectoryApp -Name directory -NatGateway PerZone", trials[0].Remedy);
        Assert.Equal((FindingStatus.Warning, 2), (trials[1].Status, trials[1].HealthyAfter));
    }

    [Fact]
    public async Task A_group_in_one_zone_has_an_outage()
    {
        await MakeAsync(NatGatewayMode.None);
        await MoveIntoOneZoneAsync();

        List<ZoneLossTrial> trials = await TryAsync();

        ZoneLossTrial outage = Assert.Single(trials, trial => trial.Zone == "us-east-1a");
        Assert.Equal((FindingStatus.Fail, "2 > 0 > 0", "never"), (outage.Status, outage.Healthy, outage.Recovery));
        Assert.Equal(outage.Requests, outage.FailedRequests);
        Assert.True(outage.LongestOutage > TimeSpan.FromMinutes(29));
        Assert.Contains("The group has no other zone to launch in.", outage.Reason, StringComparison.Ordinal);
        Assert.Equal((FindingStatus.Pass, TimeSpan.Zero), (trials[1].Status, trials[1].TimeToRecover));
    }

    [Fact]
    public async Task What_is_no_sandbox_of_this_process_is_not_simulated()
    {
        using AppSandbox sandbox = new();

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.Shell().RunAsync(new TestDirectoryAppResilience(), new() { Name = "directory", Simulate = true }));

        Assert.Equal("SimulateNeedsSandbox", error.ErrorId);
    }

    [Fact]
    public async Task It_shows_how_far_it_is_and_stops_when_it_is_told_to()
    {
        await MakeAsync(NatGatewayMode.None);
        TestHost host = Shell();
        using CancellationTokenSource stop = new();
        await using IAsyncEnumerator<object> results = new TestDirectoryAppResilience().RunAsync(new() { Name = "directory", Simulate = true }, host, stop.Token).GetAsyncEnumerator();
        Assert.True(await results.MoveNextAsync());
        Assert.Contains(host.Progress, progress => progress.Status.StartsWith("us-east-1a is lost: 1 of 2 healthy elsewhere", StringComparison.Ordinal));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await results.MoveNextAsync());
    }

    private TestHost Shell(AwsConnection? connection = null)
    {
        TestHost host = new();
        host.Session.Current = new() { Region = "us-east-1", CredentialSource = "a test", AccountId = _account.AccountId, IsSandbox = true, Connection = connection ?? _connection };
        return host;
    }

    private async Task MakeAsync(NatGatewayMode natGateway, string name = "directory") =>
        Assert.Single(await Shell().RunAsync(new NewDirectoryApp(), new() { Name = name, NatGateway = natGateway, NotificationEmail = "ops@example.com" }));

    private async Task<List<ResilienceFinding>> FindAsync(AwsConnection? connection = null) =>
        [.. (await Shell(connection).RunAsync(new TestDirectoryAppResilience(), new() { Name = "directory" })).Cast<ResilienceFinding>()];

    private async Task<List<ZoneLossTrial>> TryAsync() =>
        [.. (await Shell().RunAsync(new TestDirectoryAppResilience(), new() { Name = "directory", Simulate = true })).Cast<ZoneLossTrial>()];

    private async Task<string[]> InstancesAsync() =>
        [.. (await GroupAsync()).Instances.Select(instance => $"{instance.InstanceId} {instance.LifecycleState}").Order(StringComparer.Ordinal)];

    private async Task<AutoScalingGroup> GroupAsync() =>
        (await _connection.AutoScaling().DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = ["directory-asg"] })).AutoScalingGroups[0];

    private async Task MoveIntoOneZoneAsync()
    {
        AutoScalingGroup group = await GroupAsync();
        string first = group.VPCZoneIdentifier.Split(',')[0];
        await _connection.AutoScaling().UpdateAutoScalingGroupAsync(new() { AutoScalingGroupName = "directory-asg", VPCZoneIdentifier = first });
        for (int minute = 0; minute < 60 && (await GroupAsync()).Instances is var instances && !(instances.Count == 2 && instances.TrueForAll(instance => instance.AvailabilityZone == "us-east-1a")); minute++)
            _clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<AwsConnection> UserAsync(string policy)
    {
        await _connection.Iam().CreateUserAsync(new() { UserName = "reader" });
        await _connection.Iam().PutUserPolicyAsync(new() { UserName = "reader", PolicyName = "reader", PolicyDocument = policy });
        AccessKey key = (await _connection.Iam().CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "reader" })).AccessKey;
        return AwsConnection.ToSandbox(_connection.Handler!, key.AccessKeyId, key.SecretAccessKey, "us-east-1", "a test", _clock);
    }
}
