using Amazon.EC2.Model;
using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>The whole application in a sandbox account.</summary>
public sealed class DirectoryAppStackTests : IDisposable
{
    private static readonly string[] _reading = ["Describe", "Get", "List", "Head", "HEAD", "GET", "Simulate"];

    private readonly StackSandbox _sandbox = new();

    [Fact]
    public async Task It_is_made_healthy_in_two_zones_and_removed_without_a_trace()
    {
        string before = await SeenAsync();

        DirectoryAppStack stack = await _sandbox.NewAsync();

        Assert.Equal((DirectoryAppState.Healthy, "2/2"), (stack.State, stack.Healthy));
        Assert.Equal(["us-east-1a", "us-east-1b"], stack.Zones);
        Assert.Equal(("directory-photos-123456789012-us-east-1", "Employees"), (stack.BucketName, stack.TableName));
        Assert.StartsWith("http://directory-alb-", $"{stack.Url}", StringComparison.Ordinal);
        Assert.Contains("Create: AWS::EC2::VPC directory-vpc", stack.Changes);
        DirectoryAppStack shown = Assert.Single(await _sandbox.Shell().RunAsync(new GetDirectoryApp(), new()));
        Assert.Equal((stack.Name, stack.State, stack.VpcId, stack.Url), (shown.Name, shown.State, shown.VpcId, shown.Url));

        RemovedDirectoryApp removed = await _sandbox.RemoveAsync();

        Assert.True(removed.IsGone);
        Assert.Empty(removed.Kept);
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(before, await SeenAsync());
        Assert.Empty(await _sandbox.Shell().RunAsync(new GetDirectoryApp(), new()));
    }

    [Theory]
    [InlineData(NatGatewayMode.None)]
    [InlineData(NatGatewayMode.Single)]
    [InlineData(NatGatewayMode.PerZone)]
    public async Task A_second_run_changes_nothing(NatGatewayMode nat)
    {
        await _sandbox.NewAsync(request => (request.NatGateway, request.NotificationEmail) = (nat, "operations@example.com"));

        DirectoryAppStack again = await _sandbox.NewAsync(request => (request.NatGateway, request.NotificationEmail) = (nat, "operations@example.com"));

        Assert.Empty(again.Changes);
        Assert.DoesNotContain(_sandbox.Calls.Operations, call => !_reading.Any(verb => call.StartsWith(verb, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhatIf_lists_every_resource_and_changes_nothing()
    {
        TestHost host = new() { ShouldProcess = (_, _) => false };

        Assert.Empty(await _sandbox.Shell(host).RunAsync(new NewDirectoryApp(), new() { Name = "directory", NatGateway = NatGatewayMode.Single }));

        Assert.Equal((await _sandbox.Shell().RunAsync(new GetDirectoryAppPlan(), new() { Name = "directory", NatGateway = NatGatewayMode.Single })).Count, host.Asked.Count);
        Assert.Contains(host.Asked, asked => asked.Action == "Create" && asked.Target.StartsWith("directory-nat-1 (AWS::EC2::NatGateway, ", StringComparison.Ordinal));
        Assert.DoesNotContain(_sandbox.Calls.Operations, call => !_reading.Any(verb => call.StartsWith(verb, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_size_changes_the_group_and_nothing_else()
    {
        await _sandbox.NewAsync();

        Assert.Equal(["Change AutoScalingGroup"], await _sandbox.PlannedAsync(request => request.MaxSize = 6));
        DirectoryAppStack larger = await _sandbox.NewAsync(request => request.MaxSize = 6);

        Assert.Equal(["Change: AWS::AutoScaling::AutoScalingGroup directory-asg"], larger.Changes);
        Assert.Equal((2, 6), (larger.MinSize, larger.MaxSize));
        Assert.Empty(await _sandbox.PlannedAsync(request => request.MaxSize = 6));
    }

    [Fact]
    public async Task A_number_that_the_scaling_policy_chose_is_left_alone_until_another_is_asked_for()
    {
        await _sandbox.NewAsync();
        await _sandbox.Connect().AutoScaling().SetDesiredCapacityAsync(new() { AutoScalingGroupName = "directory-asg", DesiredCapacity = 3 });

        Assert.Empty(await _sandbox.PlannedAsync());
        Assert.Equal(3, (await _sandbox.NewAsync()).DesiredCapacity);
        Assert.Equal(4, (await _sandbox.NewAsync(request => request.DesiredCapacity = 4)).HealthyInstances);
    }

    [Fact]
    public async Task Another_instance_type_makes_a_version_and_replaces_the_instances()
    {
        DirectoryAppStack small = await _sandbox.NewAsync();

        DirectoryAppStack larger = await _sandbox.NewAsync(request => request.InstanceType = "t3.small");

        Assert.Equal(["Change: AWS::EC2::LaunchTemplate directory-app", "Change: AWS::AutoScaling::AutoScalingGroup directory-asg"], larger.Changes);
        _sandbox.Clock.Advance(TimeSpan.FromMinutes(30));
        DirectoryAppStack later = Assert.Single(await _sandbox.Shell().RunAsync(new GetDirectoryApp(), new() { Name = "directory" }));
        Assert.Empty(later.InstanceId.Intersect(small.InstanceId));
        Assert.Equal(DirectoryAppState.Healthy, later.State);
        Assert.Empty(await _sandbox.PlannedAsync(request => request.InstanceType = "t3.small"));
    }

    [Fact]
    public async Task It_grows_to_three_zones_with_gateways_and_shrinks_again()
    {
        await _sandbox.NewAsync();

        DirectoryAppStack wide = await _sandbox.NewAsync(request => (request.ZoneCount, request.DesiredCapacity, request.NatGateway) = (3, 3, NatGatewayMode.PerZone));

        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c"], wide.Zones);
        Assert.Empty(await _sandbox.PlannedAsync(request => (request.ZoneCount, request.DesiredCapacity, request.NatGateway) = (3, 3, NatGatewayMode.PerZone)));
        IReadOnlyList<string> back = await _sandbox.PlannedAsync();
        Assert.Equal(3, back.Count(step => step.StartsWith("Delete NatGateway", StringComparison.Ordinal)));
        Assert.Contains("Delete PublicSubnet3", back);
        Assert.Contains("Change LoadBalancer", back);

        DirectoryAppStack narrow = await _sandbox.NewAsync();

        Assert.Equal(["us-east-1a", "us-east-1b"], narrow.Zones);
        Assert.Empty(await _sandbox.PlannedAsync());
        AwsConnection connection = _sandbox.Connect();
        Assert.Null((await connection.Ec2().DescribeAddressesAsync(new())).Addresses);
        await _sandbox.RemoveAsync();
    }

    [Fact]
    public async Task A_bucket_and_a_table_of_somebody_else_are_used_and_never_touched()
    {
        AwsConnection connection = _sandbox.Connect();
        await connection.S3().PutBucketAsync("employee-photos");
        await connection.DynamoDb().CreateTableAsync(new Amazon.DynamoDBv2.Model.CreateTableRequest
        {
            TableName = "Employees",
            AttributeDefinitions = [new("id", "S")],
            KeySchema = [new("id", "HASH")],
            BillingMode = "PAY_PER_REQUEST",
        });

        DirectoryAppStack stack = await _sandbox.NewAsync(request => request.PhotosBucket = "employee-photos");

        Assert.DoesNotContain(stack.Changes, change => change.Contains("employee-photos", StringComparison.Ordinal) || change.Contains("Employees", StringComparison.Ordinal));
        Assert.Empty((await _sandbox.RemoveAsync()).Kept);
        Assert.Equal("employee-photos", Assert.Single((await connection.S3().ListBucketsAsync()).Buckets).BucketName);
        Assert.Equal(["Employees"], (await connection.DynamoDb().ListTablesAsync()).TableNames);
    }

    [Fact]
    public async Task Data_are_kept_unless_they_are_to_go_and_found_again_by_the_next()
    {
        DirectoryAppStack stack = await _sandbox.NewAsync();
        AwsConnection connection = _sandbox.Connect();
        await connection.S3().PutObjectAsync(new() { BucketName = stack.BucketName, Key = "ana.png", ContentBody = "1" });
        await connection.S3().PutObjectAsync(new() { BucketName = stack.BucketName, Key = "ana.png", ContentBody = "2" });
        await connection.S3().DeleteObjectAsync(stack.BucketName, "ana.png");

        RemovedDirectoryApp removed = await _sandbox.RemoveAsync(includeData: false);

        Assert.Equal(["AWS::S3::Bucket directory-photos-123456789012-us-east-1", "AWS::DynamoDB::Table Employees"], removed.Kept);
        Assert.DoesNotContain(await _sandbox.PlannedAsync(), step => step.Contains("Photos", StringComparison.Ordinal) || step.Contains("Employees", StringComparison.Ordinal));
        await _sandbox.RemoveAsync();
        Assert.Null((await connection.S3().ListBucketsAsync()).Buckets);
    }

    [Fact]
    public async Task What_fails_half_way_is_said_and_taken_up_again()
    {
        _sandbox.Account.Faults.Add(new(SandboxFaultKind.ServerError) { Operation = "elbv2:CreateListener" });

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => _sandbox.NewAsync());

        Assert.Equal("DirectoryAppIncomplete", error.ErrorId);
        Assert.Contains("elasticloadbalancing:CreateListener", error.Message, StringComparison.Ordinal);
        Assert.Contains("Create: AWS::EC2::VPC directory-vpc", error.Message, StringComparison.Ordinal);
        Assert.Contains("Remove-DirectoryApp directory", error.Remedy, StringComparison.Ordinal);
        _sandbox.Account.Faults.Clear();
        DirectoryAppStack stack = await _sandbox.NewAsync();
        Assert.DoesNotContain("Create: AWS::EC2::VPC directory-vpc", stack.Changes);
        Assert.Equal(DirectoryAppState.Healthy, stack.State);
    }

    [Fact]
    public async Task What_fails_half_way_is_taken_back_on_demand_and_what_was_there_is_left()
    {
        string before = await SeenAsync();
        _sandbox.Account.Faults.Add(new(SandboxFaultKind.ServerError) { Operation = "autoscaling:CreateAutoScalingGroup" });

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => _sandbox.NewAsync(request => (request.RollbackOnFailure, request.NatGateway) = (true, NatGatewayMode.PerZone)));

        Assert.Equal("DirectoryAppRolledBack", error.ErrorId);
        _sandbox.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(before, await SeenAsync());
    }

    [Fact]
    public async Task Who_stops_it_is_told_what_stands()
    {
        using CancellationTokenSource stop = new();
        TestHost host = _sandbox.Shell();
        _sandbox.Calls.Calling = operation =>
        {
            if (operation == "CreateLoadBalancer")
                stop.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.RunAsync(new NewDirectoryApp(), new NewDirectoryAppRequest { Name = "directory" }, stop.Token));

        string said = Assert.Single(host.Warnings);
        Assert.Contains("Done: Create: ", said, StringComparison.Ordinal);
        Assert.Contains("Create: AWS::ElasticLoadBalancingV2::LoadBalancer directory-alb", said[said.IndexOf("Under way", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Run the same command again", said, StringComparison.Ordinal);
        Assert.Equal(DirectoryAppState.Healthy, (await _sandbox.NewAsync()).State);
    }

    [Fact]
    public async Task An_account_without_room_for_the_instances_is_told_in_AWS_words()
    {
        using StackSandbox full = new(timings: new());
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => full.NewAsync(request => (request.InstanceType, request.MinSize, request.DesiredCapacity, request.MaxSize) = ("m5.8xlarge", 2, 2, 4)));

        Assert.Equal("InstanceLaunchFailed", error.ErrorId);
        Assert.Contains("vCPU", error.Message, StringComparison.Ordinal);
        Assert.Contains("quota", error.Remedy, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<NewDirectoryAppRequest>> BadInputs => new()
    {
        { "AppNameInvalid", request => request.Name = "a-name-that-is-longer-than-a-load-balancer-bears" },
        { "ZoneCountInvalid", request => request.ZoneCount = 7 },
        { "ZoneUnknown", request => request.Zone = ["us-east-1a", "us-east-1q"] },
        { "ZoneInvalid", request => request.Zone = ["us-east-1a", "us-west-2a"] },
        { "InstanceTypeNotOffered", request => request.InstanceType = "t9.micro" },
        { "ImageNotFound", request => request.ImageId = "ami-0123456789abcdef0" },
        { "KeyPairNotFound", request => request.KeyName = "nobodys" },
        { "ArchitectureInvalid", request => request.Architecture = "arm64" },
        { "BucketNameInvalid", request => request.PhotosBucket = "x; rm -rf /" },
        { "CapacityInvalid", request => request.MaxSize = 1 },
        { "EmailInvalid", request => request.NotificationEmail = "nobody" },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task Bad_input_is_refused_before_anything_is_made(string errorId, Action<NewDirectoryAppRequest> with)
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => _sandbox.NewAsync(with));

        Assert.Equal(errorId, error.ErrorId);
        Assert.DoesNotContain(_sandbox.Calls.Operations, call => !_reading.Any(verb => call.StartsWith(verb, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_bucket_in_another_Region_and_names_that_are_taken_are_refused_before_anything_is_made()
    {
        AwsConnection connection = _sandbox.Connect();
        await connection.In("eu-west-1").S3().PutBucketAsync("far-photos");
        Assert.Equal("BucketElsewhere", (await Assert.ThrowsAsync<CloudException>(() => _sandbox.NewAsync(request => request.PhotosBucket = "far-photos"))).ErrorId);
        await connection.Iam().CreateRoleAsync(new() { RoleName = "directory-app-us-east-1", AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""" });
        Assert.Equal("ResourceNotOwned", (await Assert.ThrowsAsync<CloudException>(() => _sandbox.NewAsync())).ErrorId);
        Assert.Single((await connection.Ec2().DescribeVpcsAsync(new())).Vpcs);
    }

    [Fact]
    public async Task What_cannot_be_changed_is_refused_before_anything_is_done()
    {
        await _sandbox.NewAsync();

        Assert.Equal("ResourceFixed", (await Assert.ThrowsAsync<CloudException>(() => _sandbox.NewAsync(request => request.VpcCidr = "10.2.0.0/16"))).ErrorId);
        Assert.Equal("ResourceFixed", (await Assert.ThrowsAsync<CloudException>(() => _sandbox.NewAsync(request => request.Zone = ["us-east-1c", "us-east-1d"]))).ErrorId);
        Assert.Empty(await _sandbox.PlannedAsync());
    }

    [Fact]
    public async Task What_somebody_took_away_or_changed_is_mended()
    {
        DirectoryAppStack stack = await _sandbox.NewAsync();
        AwsConnection connection = _sandbox.Connect();
        await connection.Ec2().ModifyVpcAttributeAsync(new() { VpcId = stack.VpcId, EnableDnsHostnames = false });
        await connection.CloudWatch().DeleteAlarmsAsync(new() { AlarmNames = ["directory-high-cpu"] });
        RouteTable table = (await connection.Ec2().DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new("tag:ApplicationPart", ["PublicRouteTable"])] })).RouteTables[0];
        await connection.Ec2().DeleteRouteAsync(new() { RouteTableId = table.RouteTableId, DestinationCidrBlock = "0.0.0.0/0" });

        Assert.Equal(["Change Vpc", "Create CpuAlarm", "Create PublicRoute"], await _sandbox.PlannedAsync());
        await _sandbox.NewAsync();
        Assert.Empty(await _sandbox.PlannedAsync());
    }

    public void Dispose() => _sandbox.Dispose();

    private async Task<string> SeenAsync() => await AccountContents.ReadAsync(_sandbox.Account);
}
