using System.Text;
using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Operations.Regions;
using CloudEssentials.Policies;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class NewDirectoryAppInstanceTests
{
    private static readonly NewDirectoryAppInstanceRequest _request = new() { Name = "directory", PhotosBucket = "employee-photo-bucket-ab-907" };

    [Fact]
    public async Task An_instance_is_launched_with_all_that_it_needs_and_nothing_more()
    {
        using AppSandbox sandbox = new();

        DirectoryAppInstance made = Assert.Single(await sandbox.NewAsync(_request with { Tag = new Dictionary<string, string> { ["team"] = "people" } }));

        Instance instance = await sandbox.DescribeAsync(made.InstanceId);
        Assert.Equal(("directory", "us-east-1", "t3.micro", AppStartup.Service, 1), (made.Name, made.Region, made.InstanceType, made.Startup, made.Number));
        Assert.Equal(("employee-photo-bucket-ab-907", "Employees", AppSandbox.AccountId, "Sandbox"), (made.BucketName, made.TableName, made.AccountId, made.Source));
        Assert.Equal(HttpTokensState.Required, instance.MetadataOptions.HttpTokens);
        Assert.Equal("people", instance.Tags.Single(tag => tag.Key == "team").Value);
        Assert.Equal("directory", instance.Tags.Single(tag => tag.Key == "Application").Value);
        Assert.EndsWith($"instance-profile/{made.Role}", instance.IamInstanceProfile.Arn, StringComparison.Ordinal);
        Volume volume = (await sandbox.Ec2.DescribeVolumesAsync(new DescribeVolumesRequest { Filters = [new("attachment.instance-id", [made.InstanceId])] })).Volumes.Single();
        Assert.True(volume.Encrypted);
        Assert.Equal("directory", volume.Tags.Single(tag => tag.Key == "Application").Value);
        SecurityGroup group = (await sandbox.Ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { GroupIds = [Assert.Single(made.SecurityGroupId)] })).SecurityGroups.Single();
        IpPermission rule = Assert.Single(group.IpPermissions);
        Assert.Equal((80, 80, "0.0.0.0/0"), (rule.FromPort, rule.ToPort, rule.Ipv4Ranges.Single().CidrIp));
        string script = Encoding.UTF8.GetString(Convert.FromBase64String((await sandbox.Ec2.DescribeInstanceAttributeAsync(new DescribeInstanceAttributeRequest { InstanceId = made.InstanceId, Attribute = InstanceAttributeName.UserData })).InstanceAttribute.UserData));
        Assert.StartsWith("#!/bin/bash -ex\n", script, StringComparison.Ordinal);
        Assert.Contains("PHOTOS_BUCKET='employee-photo-bucket-ab-907'", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_may_do_what_the_application_does_on_its_own_storage_and_nothing_else()
    {
        using AppSandbox sandbox = new();

        DirectoryAppInstance made = Assert.Single(await sandbox.NewAsync(_request));
        PolicyDocument policy = PolicyDocument.Parse((await sandbox.Connection.Iam().GetRolePolicyAsync(new() { RoleName = made.Role, PolicyName = "directory-photos-and-employees" })).PolicyDocument);
        List<string> names = (await sandbox.Connection.Iam().ListRolePoliciesAsync(new() { RoleName = made.Role })).PolicyNames;
        await sandbox.NewAsync(_request with { EnableSessionManager = false });

        Assert.Equal(["directory-photos-and-employees", "directory-session-manager"], names.Order(StringComparer.Ordinal));
        Assert.Equal(
            PolicyDocument.Parse("""
                {"Version":"2012-10-17","Statement":[
                  {"Sid":"UsePhotos","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::employee-photo-bucket-ab-907/*"},
                  {"Sid":"UseEmployees","Effect":"Allow","Action":["dynamodb:DeleteItem","dynamodb:GetItem","dynamodb:PutItem","dynamodb:Scan","dynamodb:UpdateItem"],"Resource":"arn:aws:dynamodb:us-east-1:123456789012:table/Employees"}]}
                """),
            policy);
        Assert.Equal("directory-photos-and-employees", Assert.Single((await sandbox.Connection.Iam().ListRolePoliciesAsync(new() { RoleName = made.Role })).PolicyNames));
    }

    [Fact]
    public async Task Count_is_the_wanted_number_whatever_was_launched_before()
    {
        using AppSandbox sandbox = new();
        List<DirectoryAppInstance> two = await sandbox.NewAsync(_request with { Count = 2 });

        List<DirectoryAppInstance> again = await sandbox.NewAsync(_request with { Count = 2 });
        List<DirectoryAppInstance> three = await sandbox.NewAsync(_request with { Count = 3 });
        await sandbox.RemoveAsync(new() { InstanceId = [three[1].InstanceId] });
        List<DirectoryAppInstance> replaced = await sandbox.NewAsync(_request with { Count = 3 });
        TestHost host = new();
        List<DirectoryAppInstance> fewer = await sandbox.NewAsync(_request with { Count = 1 }, host);

        Assert.Equal(two.Select(instance => instance.InstanceId), again.Select(instance => instance.InstanceId));
        Assert.Equal(two.Select(instance => instance.InstanceId), three.Take(2).Select(instance => instance.InstanceId));
        Assert.Equal(3, three.Select(instance => instance.AvailabilityZone).Distinct().Count());
        Assert.Equal([1, 2, 3], replaced.Select(instance => instance.Number));
        Assert.DoesNotContain(three[1].InstanceId, replaced.Select(instance => instance.InstanceId));
        Assert.Equal(3, fewer.Count);
        Assert.Contains(host.Warnings, warning => warning.Contains("removes none", StringComparison.Ordinal));
        Assert.Equal(3, (await sandbox.LiveAsync()).Count);
    }

    [Fact]
    public async Task Two_instances_survive_the_loss_of_a_zone()
    {
        using AppSandbox sandbox = new();
        List<DirectoryAppInstance> two = await sandbox.NewAsync(_request with { Count = 2, Wait = true, SkipHealthCheck = true });

        Assert.True(Assert.Single(await new TestHost().RunAsync(new TestZoneResilience(), new() { InputObject = [.. two] })).Survives);
    }

    [Fact]
    public async Task WhatIf_lists_everything_with_its_price_and_changes_nothing()
    {
        using AppSandbox sandbox = new();
        TestHost host = new() { ShouldProcess = (_, _) => false };

        Assert.Empty(await sandbox.NewAsync(_request with { Count = 2, CreateStorage = true }, host));

        Assert.Equal(
            ["employee-photo-bucket-ab-907", "employee-photo-bucket-ab-907", "Employees", "directory-instance-us-east-1", "directory-instance-us-east-1", "directory-instance", "directory-1", "directory-2"],
            host.Asked.Select(question => question.Target));
        Assert.Contains("USD an hour", host.Asked[^1].Action, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Calls, call => !call.StartsWith("Describe", StringComparison.Ordinal)
            && !call.StartsWith("Get", StringComparison.Ordinal)
            && !call.StartsWith("List", StringComparison.Ordinal)
            && !call.StartsWith("HEAD", StringComparison.Ordinal)
            && !call.StartsWith("AmazonSSM.Get", StringComparison.Ordinal)
            && !call.StartsWith("DynamoDB_20120810.Describe", StringComparison.Ordinal)
            && !call.StartsWith("Simulate", StringComparison.Ordinal));
        Assert.Empty(await sandbox.PartsAsync());
        Assert.Empty(await sandbox.LiveAsync());
    }

    [Fact]
    public async Task Storage_that_is_missing_is_a_warning_and_can_be_made()
    {
        using AppSandbox sandbox = new();
        TestHost host = new();

        await sandbox.NewAsync(_request, host);
        await sandbox.NewAsync(_request with { CreateStorage = true });
        TestHost quiet = new();
        await sandbox.NewAsync(_request, quiet);

        Assert.Equal(2, host.Warnings.Count(warning => warning.Contains("-CreateStorage makes", StringComparison.Ordinal)));
        Assert.Empty(quiet.Warnings);
        Assert.Contains("bucket employee-photo-bucket-ab-907", await sandbox.PartsAsync());
        Assert.Contains("table Employees", await sandbox.PartsAsync());
    }

    [Fact]
    public async Task Storage_that_was_there_before_is_used_and_never_touched()
    {
        using AppSandbox sandbox = new();
        await sandbox.Connection.S3().PutBucketAsync(new Amazon.S3.Model.PutBucketRequest { BucketName = _request.PhotosBucket });

        await sandbox.NewAsync(_request with { CreateStorage = true });
        await sandbox.RemoveAsync(new() { Name = "directory", IncludeData = true });

        Assert.Equal(_request.PhotosBucket, Assert.Single((await sandbox.Connection.S3().ListBucketsAsync()).Buckets).BucketName);
        Assert.DoesNotContain(sandbox.Calls, call => call.StartsWith("PUT", StringComparison.Ordinal) && call.Contains('?', StringComparison.Ordinal));
        Assert.Empty((await sandbox.Connection.DynamoDb().ListTablesAsync()).TableNames ?? []);
    }

    [Fact]
    public async Task Waiting_shows_progress_and_ends_with_an_answer_of_the_application()
    {
        using AppSandbox sandbox = new();
        TestHost host = new();

        DirectoryAppInstance made = Assert.Single(await sandbox.NewAsync(_request with { CreateStorage = true, Wait = true }, host));

        Assert.Equal(("running", "200 OK"), (made.State, made.Health));
        Assert.NotNull(made.Url);
        Assert.Contains(host.Progress, progress => progress.Activity.Contains("running", StringComparison.Ordinal));
        Assert.Contains(host.Progress, progress => progress is { Completed: true } && progress.Activity.Contains("answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_application_that_does_not_answer_is_told_with_where_to_look()
    {
        using AppSandbox sandbox = new();
        string group = await sandbox.ClosedGroupAsync();

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(_request with { CreateStorage = true, Wait = true, SecurityGroupId = [group], TimeoutSeconds = 120 }));

        Assert.Equal("AppNotAnswering", error.ErrorId);
        Assert.Contains("get-console-output", error.Remedy!, StringComparison.Ordinal);
        Assert.Contains(group, error.Remedy!, StringComparison.Ordinal);
    }
}
