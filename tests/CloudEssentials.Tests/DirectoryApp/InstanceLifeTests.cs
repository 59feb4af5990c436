using Amazon.EC2.Model;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>Instances listed, stopped, started and removed.</summary>
public sealed class InstanceLifeTests
{
    private static readonly NewDirectoryAppInstanceRequest _request = new() { Name = "directory", PhotosBucket = "employee-photo-bucket-ab-907", CreateStorage = true, Wait = true };

    [Fact]
    public async Task Instances_are_listed_by_name_by_pattern_and_by_id()
    {
        using AppSandbox sandbox = new();
        DirectoryAppInstance one = Assert.Single(await sandbox.NewAsync(_request));
        DirectoryAppInstance other = Assert.Single(await sandbox.NewAsync(_request with { Name = "phonebook", CreateStorage = false, SkipHealthCheck = true }));
        TestHost host = sandbox.Shell();
        async Task<string[]> Get(GetDirectoryAppInstanceRequest request) => [.. (await host.RunAsync(new GetDirectoryAppInstance(), request)).Select(instance => instance.InstanceId)];

        Assert.Equal([one.InstanceId, other.InstanceId], await Get(new()));
        Assert.Equal([other.InstanceId], await Get(new() { Name = "phone*" }));
        Assert.Equal([one.InstanceId], await Get(new() { InstanceId = [one.InstanceId, "i-0123456789abcdef0"] }));
        Assert.Equal("InstanceNotFound", Assert.Single(host.Errors).ErrorId);
        Assert.Equal("200 OK", Assert.Single(await host.RunAsync(new GetDirectoryAppInstance(), new() { Name = "directory", Health = true })).Health);
    }

    [Fact]
    public async Task A_stopped_instance_answers_again_once_it_is_started()
    {
        using AppSandbox sandbox = new();
        DirectoryAppInstance made = Assert.Single(await sandbox.NewAsync(_request));
        TestHost host = sandbox.Shell();

        DirectoryAppInstance stopped = Assert.Single(await host.RunAsync(new StopDirectoryAppInstance(), new() { Name = "directory", Wait = true }));
        DirectoryAppInstance started = Assert.Single(await host.RunAsync(new StartDirectoryAppInstance(), new() { InstanceId = [made.InstanceId] }));

        Assert.Equal(("stopped", null), (stopped.State, stopped.Url));
        Assert.Equal(("running", "200 OK"), (started.State, started.Health));
        Assert.Empty(host.Warnings);
    }

    [Fact]
    public async Task With_the_courses_own_last_line_the_application_stays_down_and_it_is_said_why()
    {
        using AppSandbox sandbox = new();
        await sandbox.NewAsync(_request with { Startup = AppStartup.CourseScript });
        TestHost host = sandbox.Shell();
        await host.RunAsync(new StopDirectoryAppInstance(), new() { Name = "directory" });

        DirectoryAppInstance started = Assert.Single(await host.RunAsync(new StartDirectoryAppInstance(), new() { Name = "directory" }));

        Assert.Equal(("running", null), (started.State, started.Health));
        Assert.Contains("first boot only", Assert.Single(host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_name_nor_an_id_is_not_everything()
    {
        using AppSandbox sandbox = new();
        await sandbox.NewAsync(_request);

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.RemoveAsync(new()));

        Assert.Equal("InstanceMissing", error.ErrorId);
        Assert.Single(await sandbox.LiveAsync());
    }

    [Fact]
    public async Task The_last_instance_of_a_name_takes_along_what_was_made_for_it()
    {
        using AppSandbox sandbox = new();
        List<DirectoryAppInstance> two = await sandbox.NewAsync(_request with { Count = 2 });
        IReadOnlyList<string> parts = await sandbox.PartsAsync();
        TestHost host = new();

        await sandbox.RemoveAsync(new() { InstanceId = [two[0].InstanceId] });
        IReadOnlyList<string> afterOne = await sandbox.PartsAsync();
        DirectoryAppInstance last = Assert.Single(await sandbox.RemoveAsync(new() { InstanceId = [two[1].InstanceId] }, host));

        Assert.Equal(parts, afterOne);
        Assert.Equal(["role directory-instance-us-east-1", "instance profile directory-instance-us-east-1", "security group directory-instance"], parts.Where(part => part.Contains("directory-", StringComparison.Ordinal)).OrderByDescending(part => part[0] == 'r').ThenBy(part => part, StringComparer.Ordinal));
        Assert.Equal("terminated", last.State);
        Assert.Equal(["bucket employee-photo-bucket-ab-907", "policy of the bucket employee-photo-bucket-ab-907", "table Employees"], (await sandbox.PartsAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(2, host.Warnings.Count(warning => warning.Contains("-IncludeData", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Data_goes_only_where_it_is_said_and_then_nothing_is_left()
    {
        using AppSandbox sandbox = new();
        await sandbox.NewAsync(_request);
        await sandbox.Connection.S3().PutObjectAsync(new() { BucketName = _request.PhotosBucket, Key = "ana.jpg", ContentBody = "a photo" });
        await sandbox.RemoveAsync(new() { Name = "directory" });

        await sandbox.RemoveAsync(new() { Name = "directory", IncludeData = true });

        Assert.Empty(await sandbox.PartsAsync());
        Assert.Empty((await sandbox.Connection.S3().ListBucketsAsync()).Buckets ?? []);
        Assert.All((await sandbox.Ec2.DescribeTagsAsync(new DescribeTagsRequest { Filters = [new("key", ["Application"])] })).Tags ?? [], tag => Assert.Equal("instance", tag.ResourceType.Value));
    }

    [Fact]
    public async Task WhatIf_lists_what_would_go_and_removes_nothing()
    {
        using AppSandbox sandbox = new();
        await sandbox.NewAsync(_request);
        TestHost host = new() { ShouldProcess = (_, _) => false };

        Assert.Empty(await sandbox.RemoveAsync(new() { Name = "directory", IncludeData = true }, host));

        Assert.Equal(7, host.Asked.Count);
        Assert.Single(await sandbox.LiveAsync());
        Assert.Equal(6, (await sandbox.PartsAsync()).Count);
    }

    [Fact]
    public async Task What_is_not_there_is_an_error_and_twice_removed_is_none()
    {
        using AppSandbox sandbox = new();
        await sandbox.NewAsync(_request);
        TestHost host = new();

        await sandbox.RemoveAsync(new() { Name = "directory" }, host);
        await sandbox.RemoveAsync(new() { Name = "directory" }, host);
        Assert.Empty(host.Errors);
        await sandbox.RemoveAsync(new() { Name = "phonebook" }, host);

        Assert.Equal("AppNotFound", Assert.Single(host.Errors).ErrorId);
    }

    [Fact]
    public async Task The_same_name_in_another_Region_is_another_application()
    {
        using AppSandbox sandbox = new();
        await sandbox.NewAsync(_request with { CreateStorage = false, SkipHealthCheck = true });
        await sandbox.NewAsync(_request with { CreateStorage = false, SkipHealthCheck = true, Region = "eu-west-1", PhotosBucket = "photos-of-europe" });

        await sandbox.RemoveAsync(new() { Name = "directory", Region = "eu-west-1" });

        Assert.Single(await sandbox.LiveAsync());
        Assert.Equal(3, (await sandbox.PartsAsync()).Count);
    }

    [Fact]
    public async Task A_pattern_changes_nothing_for_one_application_is_meant()
    {
        using AppSandbox sandbox = new();
        await sandbox.NewAsync(_request);

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.RemoveAsync(new() { Name = "dir*" }));

        Assert.Equal("AppNameInvalid", error.ErrorId);
        Assert.Single(await sandbox.LiveAsync());
    }

    [Fact]
    public async Task An_instance_of_a_whole_application_is_left_to_it()
    {
        using AppSandbox sandbox = new();
        DirectoryAppInstance image = Assert.Single(await sandbox.NewAsync(_request));
        string id = (await sandbox.Ec2.RunInstancesAsync(new RunInstancesRequest
        {
            ImageId = image.ImageId,
            InstanceType = "t3.micro",
            MinCount = 1,
            MaxCount = 1,
            TagSpecifications = [new() { ResourceType = "instance", Tags = [new("Application", "whole"), new("ApplicationPart", "Instance")] }],
        })).Reservation.Instances[0].InstanceId;
        TestHost host = sandbox.Shell();

        Assert.Equal([image.InstanceId, id], (await host.RunAsync(new GetDirectoryAppInstance(), new())).Select(instance => instance.InstanceId));
        Assert.Empty(await sandbox.RemoveAsync(new() { InstanceId = [id] }, host));
        Assert.Empty(await host.RunAsync(new StopDirectoryAppInstance(), new() { InstanceId = [id] }));

        Assert.Equal(["InstanceOfGroup", "InstanceOfGroup"], host.Errors.Select(error => error.ErrorId));
        Assert.Single(await sandbox.LiveAsync("whole"));
    }

    [Fact]
    public async Task An_instance_that_EC2_ends_by_itself_is_told_with_its_reason()
    {
        using AppSandbox sandbox = new();
        DirectoryAppInstance made = Assert.Single(await sandbox.NewAsync(_request));
        await sandbox.Ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [made.InstanceId] });

        CloudException error = await Assert.ThrowsAsync<CloudException>(() =>
            new InstanceWaiter(sandbox.Connection, sandbox.Gateway, new TestHost(), 60, CancellationToken.None).UntilAsync([made], "running"));

        Assert.Equal(("InstanceFailed", made.InstanceId), (error.ErrorId, error.Target));
        Assert.Contains("User initiated", error.Message, StringComparison.OrdinalIgnoreCase);
    }
}
