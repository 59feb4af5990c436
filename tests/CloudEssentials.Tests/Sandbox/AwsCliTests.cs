using System.Text.Json;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The AWS CLI, which others wrote, against the sandbox's endpoint.</summary>
public sealed class AwsCliTests : IAsyncLifetime
{
    private AwsCli? cli;

    public Task InitializeAsync()
    {
        cli = AwsCli.Start(new SandboxOptions { Seed = "cli" });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await cli!.DisposeAsync();

    [SkippableFact]
    public async Task It_reads_zones_and_pages_and_refusals()
    {
        // Each run of the CLI takes a second or more, so they run side by side.
        Task<AwsCliAnswer> zones = cli!.Run("ec2", "describe-availability-zones", "--region", "eu-west-1");
        Task<AwsCliAnswer> filtered = cli!.Run("ec2", "describe-regions", "--all-regions", "--filters", "Name=opt-in-status,Values=not-opted-in", "Name=region-name,Values=me-*");
        Task<AwsCliAnswer> dryRun = cli!.Run("ec2", "describe-regions", "--dry-run");
        Task<AwsCliAnswer> missing = cli!.Run("iam", "get-user", "--user-name", "nobody");
        Task<AwsCliAnswer> identity = cli!.Run("sts", "get-caller-identity");

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
        AwsCliAnswer made = await cli!.Run("iam", "create-user", "--user-name", "alice", "--tags", "Key=team,Value=dev");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => cli!.Run("iam", "create-user", "--user-name", $"user{number}")));
        AwsCliAnswer key = await cli!.Run("iam", "create-access-key", "--user-name", "alice");
        using JsonDocument parsed = JsonDocument.Parse(key.Output);
        JsonElement keys = parsed.RootElement.GetProperty("AccessKey");

        Task<AwsCliAnswer> listed = cli!.Run("iam", "list-users", "--page-size", "2", "--query", "length(Users)");
        AwsCliAnswer own = await cli.RunAs(
            keys.GetProperty("AccessKeyId").GetString()!, keys.GetProperty("SecretAccessKey").GetString()!, ["sts", "get-caller-identity"]);
        AwsCliAnswer refused = await cli.RunAs(
            keys.GetProperty("AccessKeyId").GetString()!, keys.GetProperty("SecretAccessKey").GetString()!, ["ec2", "describe-regions"]);

        Assert.Contains("arn:aws:iam::123456789012:user/alice", made.Output, StringComparison.Ordinal);
        Assert.Equal("4", (await listed).Output.Trim());
        Assert.Contains("user/alice", own.Output, StringComparison.Ordinal);
        Assert.Contains("An error occurred (UnauthorizedOperation)", refused.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("kms", "list-keys")]
    [InlineData("lambda", "list-functions")]
    [InlineData("cloudformation", "list-stacks")]
    public async Task A_service_that_the_sandbox_does_not_have_is_named_in_the_services_own_protocol(string service, string command)
    {
        AwsCliAnswer answer = await cli!.Run(service, command);

        Assert.Contains("An error occurred", answer.Error, StringComparison.Ordinal);
        Assert.Contains($"The sandbox does not have the service '{service}'.", answer.Error, StringComparison.Ordinal);
    }
}
