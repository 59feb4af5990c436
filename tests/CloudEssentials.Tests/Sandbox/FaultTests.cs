using System.Diagnostics;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Tests.Sandbox;

public sealed class FaultTests
{
    [Fact]
    public async Task Throttling_comes_in_each_services_words_on_every_third_call()
    {
        using var account = new SandboxAccount(new SandboxOptions { Faults = [new(SandboxFaultKind.Throttle) { Every = 3 }] });
        using var client = new WireClient(account);
        List<string?> codes = [];
        for (int call = 0; call < 6; call++)
        {
            codes.Add((call < 3 ? await client.Ec2("DescribeRegions") : await client.Iam("ListUsers")).Code);
        }

        Assert.Equal([null, null, "RequestLimitExceeded", null, null, "Throttling"], codes);
    }

    [Fact]
    public async Task A_failing_service_fails_as_often_as_it_was_told_to()
    {
        using var account = new SandboxAccount();
        account.Faults.Add(new(SandboxFaultKind.ServerError) { Operation = "ec2:Describe*", Times = 1 });
        using var client = new WireClient(account);

        Assert.Equal(200, (await client.Iam("ListUsers")).Status);
        Assert.Equal(500, (await client.Ec2("DescribeRegions")).Status);
        Assert.Equal(200, (await client.Ec2("DescribeRegions")).Status);
    }

    [Fact]
    public async Task A_connection_breaks_before_or_after_the_call_took_effect()
    {
        using var account = new SandboxAccount();
        using var client = new WireClient(account);
        account.Faults.Add(new(SandboxFaultKind.DropBefore) { Operation = "iam:CreateUser", Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Iam("CreateUser", ("UserName", "before")));
        account.Faults.Clear();
        account.Faults.Add(new(SandboxFaultKind.DropAfter) { Operation = "iam:CreateUser", Times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Iam("CreateUser", ("UserName", "after")));

        Assert.Equal(["after"], (await client.Iam("ListUsers")).All("UserName"));
    }

    [Fact]
    public async Task The_same_chance_strikes_the_same_calls()
    {
        var fault = new SandboxFault(SandboxFaultKind.ServerError) { Probability = 0.5, Seed = 7 };

        IReadOnlyList<int> first = await Strikes(fault);
        IReadOnlyList<int> second = await Strikes(fault);

        Assert.Equal(first, second);
        Assert.InRange(first.Count(status => status == 500), 1, 19);
    }

    [Fact]
    public async Task Latency_is_waited_for_and_can_be_cancelled()
    {
        using var account = new SandboxAccount(new SandboxOptions
        {
            Faults = [new(SandboxFaultKind.Latency) { Delay = TimeSpan.FromMilliseconds(80) }],
        });
        using var client = new WireClient(account);
        long start = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Ec2("DescribeRegions")));

        // Calls wait side by side: ten of them take no longer than a few.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 75, 700);
    }

    [Fact]
    public async Task Readers_lag_behind_on_the_accounts_clock()
    {
        var clock = new SandboxClock(DateTimeOffset.UnixEpoch);
        using var account = new SandboxAccount(new SandboxOptions
        {
            Clock = clock,
            ConsistencyLag = new Dictionary<string, TimeSpan> { ["iam:users"] = TimeSpan.FromSeconds(5) },
        });
        using var client = new WireClient(account);

        await client.Iam("CreateUser", ("UserName", "alice"));
        await client.Iam("CreateGroup", ("GroupName", "team"));

        Assert.Equal("NoSuchEntity", (await client.Iam("GetUser", ("UserName", "alice"))).Code);
        Assert.Equal("EntityAlreadyExists", (await client.Iam("CreateUser", ("UserName", "alice"))).Code);
        Assert.Equal(200, (await client.Iam("ListGroupPolicies", ("GroupName", "team"))).Status);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await client.Iam("GetUser", ("UserName", "alice"))).Status);
        await client.Iam("DeleteUser", ("UserName", "alice"));
        Assert.Equal(200, (await client.Iam("GetUser", ("UserName", "alice"))).Status);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("NoSuchEntity", (await client.Iam("GetUser", ("UserName", "alice"))).Code);
    }

    private static async Task<IReadOnlyList<int>> Strikes(SandboxFault fault)
    {
        using var account = new SandboxAccount(new SandboxOptions { Faults = [fault] });
        using var client = new WireClient(account);
        List<int> statuses = [];
        for (int call = 0; call < 20; call++)
        {
            statuses.Add((await client.Sts("GetCallerIdentity")).Status);
        }

        return statuses;
    }
}
