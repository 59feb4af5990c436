using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>Launches and removals that break off, are throttled, or lose answers on the way: never a double, never an orphan.</summary>
public sealed class BrokenLaunchTests
{
    private static readonly NewDirectoryAppInstanceRequest _request = new() { Name = "directory", PhotosBucket = "employee-photo-bucket-ab-907", Count = 2, CreateStorage = true };

    [Theory]
    [InlineData(SandboxFaultKind.Throttle, 1)]
    [InlineData(SandboxFaultKind.Throttle, 2)]
    [InlineData(SandboxFaultKind.Throttle, 3)]
    [InlineData(SandboxFaultKind.ServerError, 1)]
    [InlineData(SandboxFaultKind.ServerError, 2)]
    [InlineData(SandboxFaultKind.ServerError, 3)]
    [InlineData(SandboxFaultKind.DropBefore, 1)]
    [InlineData(SandboxFaultKind.DropBefore, 2)]
    [InlineData(SandboxFaultKind.DropBefore, 3)]
    [InlineData(SandboxFaultKind.DropAfter, 1)]
    [InlineData(SandboxFaultKind.DropAfter, 2)]
    [InlineData(SandboxFaultKind.DropAfter, 3)]
    public async Task Faults_on_one_call_in_five_make_nothing_twice(SandboxFaultKind kind, int seed)
    {
        using AppSandbox sandbox = new();
        sandbox.Account.Faults.Add(new(kind) { Probability = 0.2, Seed = seed });
        await UntilItGoesThroughAsync(() => sandbox.NewAsync(_request));
        sandbox.Account.Faults.Clear();
        await AllStandsOnceAsync(sandbox);

        sandbox.Account.Faults.Add(new(kind) { Probability = 0.2, Seed = seed });
        await UntilItGoesThroughAsync(() => sandbox.RemoveAsync(new() { Name = "directory", IncludeData = true }));
        sandbox.Account.Faults.Clear();
        await NothingIsLeftAsync(sandbox);
    }

    [Fact]
    public async Task Stopped_at_any_call_it_says_what_stands_and_the_next_run_goes_on_from_there()
    {
        int calls;
        using (AppSandbox counted = new())
        {
            await counted.NewAsync(_request);
            calls = counted.Calls.Count;
        }

        for (int call = 1; call <= calls; call++)
        {
            using AppSandbox sandbox = new(new SandboxOptions { ConsistencyLag = new Dictionary<string, TimeSpan> { ["*"] = TimeSpan.FromSeconds(5) } });
            TestHost host = new();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sandbox.NewAsync(_request, host, sandbox.StopAt(call)));
            if (sandbox.Calls.Any(made => made is "CreateRole" or "CreateSecurityGroup" or "RunInstances"))
                Assert.Contains(host.Warnings, warning => warning.StartsWith("Stopped", StringComparison.Ordinal));

            await sandbox.NewAsync(_request);
            await AllStandsOnceAsync(sandbox);
            await sandbox.RemoveAsync(new() { Name = "directory", IncludeData = true });
            await NothingIsLeftAsync(sandbox);
        }
    }

    [Fact]
    public async Task What_broke_off_is_removed_as_a_whole()
    {
        using AppSandbox sandbox = new();
        sandbox.Account.Faults.Add(new(SandboxFaultKind.ServerError) { Operation = "ec2:RunInstances" });
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(_request));
        sandbox.Account.Faults.Clear();

        await sandbox.RemoveAsync(new() { Name = "directory", IncludeData = true });

        Assert.Equal("LaunchIncomplete", error.ErrorId);
        Assert.Contains("role directory-instance-us-east-1", error.Message, StringComparison.Ordinal);
        Assert.Contains("security group directory-instance", error.Message, StringComparison.Ordinal);
        await NothingIsLeftAsync(sandbox);
    }

    [Fact]
    public async Task A_launch_whose_answer_was_lost_is_found_by_a_run_with_other_parameters()
    {
        using AppSandbox sandbox = new();
        sandbox.Account.Faults.Add(new(SandboxFaultKind.DropAfter) { Operation = "ec2:RunInstances" });
        await Assert.ThrowsAsync<CloudException>(() => sandbox.NewAsync(_request with { Count = 1 }));
        sandbox.Account.Faults.Clear();
        DirectoryAppInstance launched = Assert.Single(await sandbox.LiveAsync());

        DirectoryAppInstance found = await sandbox.Gateway.LaunchAsync(
            new()
            {
                Spec = new() { Name = "directory", Region = "us-east-1", PhotosBucket = "other-bucket" },
                Number = 1,
                Image = new(launched.ImageId!, "x86_64", "/dev/xvda", 8),
                SubnetId = launched.SubnetId!,
                SecurityGroupId = launched.SecurityGroupId,
                InstanceProfile = launched.Role!,
            },
            CancellationToken.None);

        Assert.Equal(launched.InstanceId, found.InstanceId);
    }

    private static async Task UntilItGoesThroughAsync(Func<Task<List<DirectoryAppInstance>>> run)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await run();
                return;
            }
            catch (Exception) when (attempt < 10)
            {
                // The next run takes it up.
            }
        }
    }

    private static async Task AllStandsOnceAsync(AppSandbox sandbox)
    {
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([1, 2], (await sandbox.LiveAsync()).Select(instance => instance.Number));
        Assert.Equal(6, (await sandbox.PartsAsync()).Count);
        Assert.Equal(2, (await sandbox.Ec2.DescribeSecurityGroupsAsync(new())).SecurityGroups.Count);
        Assert.Single((await sandbox.Connection.Iam().ListRolesAsync(new())).Roles);
    }

    private static async Task NothingIsLeftAsync(AppSandbox sandbox)
    {
        sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await sandbox.LiveAsync());
        Assert.Empty(await sandbox.PartsAsync());
        Assert.Empty((await sandbox.Connection.Iam().ListInstanceProfilesAsync(new())).InstanceProfiles ?? []);
        Assert.Empty((await sandbox.Ec2.DescribeVolumesAsync(new())).Volumes ?? []);
    }
}
