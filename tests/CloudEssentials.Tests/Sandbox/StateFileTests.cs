using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class StateFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox-").FullName;

    private string File => Path.Combine(folder, "account.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_account_in_a_file_is_there_again()
    {
        using (SandboxAccount account = SandboxAccount.Open(File))
        using (var client = new WireClient(account))
        {
            await client.Iam("CreateUser", ("UserName", "alice"));
        }

        using SandboxAccount again = SandboxAccount.Open(File);
        using var reader = new WireClient(again);

        Assert.Equal(["alice"], (await reader.Iam("ListUsers")).All("UserName"));
    }

    [Fact]
    public async Task Two_that_share_a_file_see_what_the_other_does_and_lose_nothing()
    {
        using SandboxAccount left = SandboxAccount.Open(File);
        using SandboxAccount right = SandboxAccount.Open(File);
        using var one = new WireClient(left);
        using var other = new WireClient(right);

        await Task.WhenAll(
            Task.Run(() => MakeUsers(one, "left")),
            Task.Run(() => MakeUsers(other, "right")));

        IReadOnlyList<string> seen = (await one.Iam("ListUsers")).All("UserName");
        IReadOnlyList<string> ids = (await other.Iam("ListUsers")).All("UserId");
        Assert.Equal(20, seen.Count);
        Assert.Equal(20, ids.Distinct().Count());
    }

    [Fact]
    public void A_damaged_file_is_kept_aside_and_named()
    {
        System.IO.File.WriteAllText(File, "{\"format\":1,\"revision\":3,\"sections\":{\"iam\":");

        CloudException exception = Assert.Throws<CloudException>(() => SandboxAccount.Open(File));

        string kept = Assert.Single(Directory.GetFiles(folder, "account.json.damaged-*"));
        Assert.Equal("SandboxStateDamaged", exception.ErrorId);
        Assert.Contains(kept, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("{\"format\":1", System.IO.File.ReadAllText(kept), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void A_file_of_a_later_version_is_left_alone()
    {
        const string Text = """{"format":99,"revision":1,"sections":{}}""";
        System.IO.File.WriteAllText(File, Text);

        CloudException exception = Assert.Throws<CloudException>(() => SandboxAccount.Open(File));

        Assert.Equal("SandboxStateTooNew", exception.ErrorId);
        Assert.Equal(Text, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task What_another_version_keeps_in_the_file_stays_in_it()
    {
        System.IO.File.WriteAllText(
            File,
            """{"format":1,"revision":1,"sections":{"account":{"accountId":"111122223333","seed":"s","created":"2026-01-01T00:00:00+00:00","idCount":0,"optedInRegions":[]},"lambda":{"functions":{"f":{}}}}}""");
        using SandboxAccount account = SandboxAccount.Open(File);
        using var client = new WireClient(account);

        await client.Iam("CreateUser", ("UserName", "alice"));

        Assert.Equal("111122223333", account.AccountId);
        Assert.Contains("\"functions\"", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.Contains("alice", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_change_that_cannot_be_saved_has_not_happened()
    {
        Skip.If(OperatingSystem.IsWindows(), "The file is made unwritable by a folder in the place of its temporary file, which is named by Unix rules.");
        using SandboxAccount account = SandboxAccount.Open(File);
        using var client = new WireClient(account);
        string before = System.IO.File.ReadAllText(File);
        Directory.CreateDirectory($"{File}.{Environment.ProcessId}.tmp");

        CloudException exception = await Assert.ThrowsAsync<CloudException>(() => client.Iam("CreateUser", ("UserName", "alice")));

        Assert.Equal("SandboxStateNotSaved", exception.ErrorId);
        Assert.Equal(before, System.IO.File.ReadAllText(File));
        Directory.Delete($"{File}.{Environment.ProcessId}.tmp");
        Assert.Empty((await client.Iam("ListUsers")).All("UserName"));
    }

    [Fact]
    public async Task The_same_seed_and_the_same_calls_give_the_same_answers()
    {
        string[] answers = new string[2];
        for (int run = 0; run < 2; run++)
        {
            var options = new SandboxOptions { Seed = "seed", Clock = new SandboxClock(DateTimeOffset.UnixEpoch) };
            using var account = new SandboxAccount(options);
            using var client = new WireClient(account);
            answers[run] = (await client.Iam("CreateUser", ("UserName", "alice"))).Body
                + (await client.Iam("CreateAccessKey", ("UserName", "alice"))).Body
                + (await client.Sts("GetSessionToken")).Body;
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task A_copy_goes_its_own_way()
    {
        using var account = new SandboxAccount();
        using var client = new WireClient(account);
        await client.Iam("CreateUser", ("UserName", "alice"));

        using SandboxAccount copy = account.Copy();
        using var other = new WireClient(copy);
        await other.Iam("DeleteUser", ("UserName", "alice"));

        Assert.Equal(["alice"], (await client.Iam("ListUsers")).All("UserName"));
        Assert.Empty((await other.Iam("ListUsers")).All("UserName"));
    }

    private static async Task MakeUsers(WireClient client, string prefix)
    {
        for (int number = 0; number < 10; number++)
        {
            Assert.Equal(200, (await client.Iam("CreateUser", ("UserName", $"{prefix}{number}"))).Status);
        }
    }
}
