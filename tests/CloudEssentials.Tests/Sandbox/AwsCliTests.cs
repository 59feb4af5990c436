using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The AWS CLI, which others wrote, against the sandbox's endpoint.</summary>
public sealed class AwsCliTests : IAsyncLifetime
{
    private SandboxEndpoint? endpoint;

    public Task InitializeAsync()
    {
        endpoint = SandboxEndpoint.Start(new SandboxAccount(new SandboxOptions { Seed = "cli" }));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await endpoint!.DisposeAsync();
        endpoint.Account.Dispose();
    }

    [SkippableFact]
    public async Task It_reads_zones_and_pages_and_refusals()
    {
        // Each run of the CLI takes a second or more, so they run side by side.
        Task<CliAnswer> zones = Aws("ec2", "describe-availability-zones", "--region", "eu-west-1");
        Task<CliAnswer> filtered = Aws("ec2", "describe-regions", "--all-regions", "--filters", "Name=opt-in-status,Values=not-opted-in", "Name=region-name,Values=me-*");
        Task<CliAnswer> dryRun = Aws("ec2", "describe-regions", "--dry-run");
        Task<CliAnswer> missing = Aws("iam", "get-user", "--user-name", "nobody");
        Task<CliAnswer> identity = Aws("sts", "get-caller-identity");

        using JsonDocument parsed = JsonDocument.Parse((await zones).Output);
        JsonElement first = parsed.RootElement.GetProperty("AvailabilityZones")[0];
        Assert.Equal("eu-west-1a", first.GetProperty("ZoneName").GetString());
        Assert.Equal("eu-west-1", first.GetProperty("NetworkBorderGroup").GetString());
        Assert.Equal(JsonValueKind.Array, first.GetProperty("Messages").ValueKind);
        Assert.Contains("me-south-1", (await filtered).Output, StringComparison.Ordinal);
        Assert.Contains("An error occurred (DryRunOperation)", (await dryRun).Error, StringComparison.Ordinal);
        Assert.Contains("An error occurred (NoSuchEntity) when calling the GetUser operation: The user with name nobody cannot be found.", (await missing).Error, StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::123456789012:root", (await identity).Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_makes_a_user_whose_keys_work_and_walks_all_pages()
    {
        CliAnswer made = await Aws("iam", "create-user", "--user-name", "alice", "--tags", "Key=team,Value=dev");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Aws("iam", "create-user", "--user-name", $"user{number}")));
        CliAnswer key = await Aws("iam", "create-access-key", "--user-name", "alice");
        using JsonDocument parsed = JsonDocument.Parse(key.Output);
        JsonElement keys = parsed.RootElement.GetProperty("AccessKey");

        Task<CliAnswer> listed = Aws("iam", "list-users", "--page-size", "2", "--query", "length(Users)");
        CliAnswer own = await Run(
            keys.GetProperty("AccessKeyId").GetString()!, keys.GetProperty("SecretAccessKey").GetString()!, ["sts", "get-caller-identity"]);
        CliAnswer refused = await Run(
            keys.GetProperty("AccessKeyId").GetString()!, keys.GetProperty("SecretAccessKey").GetString()!, ["ec2", "describe-regions"]);

        Assert.Contains("arn:aws:iam::123456789012:user/alice", made.Output, StringComparison.Ordinal);
        Assert.Equal("4", (await listed).Output.Trim());
        Assert.Contains("user/alice", own.Output, StringComparison.Ordinal);
        Assert.Contains("An error occurred (UnauthorizedOperation)", refused.Error, StringComparison.Ordinal);
    }

    private Task<CliAnswer> Aws(params string[] arguments) =>
        Run(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, arguments);

    private async Task<CliAnswer> Run(string accessKey, string secretKey, string[] arguments)
    {
        var start = new ProcessStartInfo("aws", [.. arguments, "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_ACCESS_KEY_ID"] = accessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = secretKey;
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_ENDPOINT_URL"] = endpoint!.Url.ToString();
        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Path.GetTempPath(), "no-such-file");
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new CliAnswer(await output, await error);
        }
        catch (Win32Exception)
        {
            Skip.If(true, "The AWS CLI (aws) is not on PATH.");
            throw;
        }
    }

    private sealed record CliAnswer(string Output, string Error);
}
