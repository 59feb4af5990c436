using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>The policy of whoever deploys the application: enough for it, and not more.</summary>
public sealed class DeployPolicyTests
{
    private const string Bucket = "directory-photos-123456789012-us-east-1";

    [Fact]
    public async Task It_is_enough_for_the_deployment_a_second_run_changes_and_the_removal()
    {
        JsonObject policy = await PolicyAsync();

        Assert.Null(await DeployAsync(policy));
        Assert.Null(await ChangeAsync(policy));
    }

    [Fact]
    public async Task Without_any_one_of_its_actions_something_fails()
    {
        JsonObject policy = await PolicyAsync();
        ConcurrentBag<string> needless = [];

        await Parallel.ForEachAsync(Actions(policy), async (action, _) =>
        {
            JsonObject less = Without(policy, action);
            // What the plain deployment does not need is needed for a change.
            if (await DeployAsync(less) is null && await ChangeAsync(less) is null)
                needless.Add(action);
        });

        Assert.Empty(needless.Order(StringComparer.Ordinal));
    }

    private static async Task<JsonObject> PolicyAsync()
    {
        using StackSandbox sandbox = new();
        NewLeastPrivilegePolicyRequest request = new()
        {
            Task = "DeployDirectoryApp",
            TaskParameter = new Dictionary<string, object> { ["Bucket"] = Bucket, ["Region"] = StackSandbox.Region },
        };
        JsonArray statements = [];
        foreach (PolicyDocument document in await sandbox.Shell().RunAsync(new NewLeastPrivilegePolicy(), request))
        {
            JsonNode some = JsonNode.Parse($"{document}")!["Statement"]!;
            foreach (JsonNode? statement in some is JsonArray several ? [.. several] : new JsonNode?[] { some })
                statements.Add(statement!.DeepClone());
        }

        return new() { ["Version"] = "2012-10-17", ["Statement"] = statements };
    }

    private static IReadOnlyList<string> Actions(JsonObject policy) =>
        [.. policy["Statement"]!.AsArray().SelectMany(statement => ActionsOf(statement!)).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> ActionsOf(JsonNode statement) =>
        statement["Action"] is JsonArray actions ? actions.Select(action => action!.GetValue<string>()) : [statement["Action"]!.GetValue<string>()];

    private static JsonObject Without(JsonObject policy, string action) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. policy["Statement"]!.AsArray()
            .Select(statement => (Statement: statement!.DeepClone(), Actions: ActionsOf(statement!).Where(one => one != action).ToArray()))
            .Where(left => left.Actions.Length > 0)
            .Select(left =>
            {
                left.Statement["Action"] = new JsonArray([.. left.Actions.Select(one => JsonValue.Create(one))]);
                return left.Statement;
            })]),
    };

    /// <summary>Makes the application with all that it may have, makes it again, and removes it with its data.</summary>
    /// <returns>Null where all went through and nothing is left; otherwise what was wrong.</returns>
    private static Task<string?> DeployAsync(JsonObject policy) => ActAsync(policy, async (sandbox, deployer) =>
    {
        await sandbox.Root().Ec2().CreateKeyPairAsync(new() { KeyName = "desk" });
        void Ask(DirectoryAppRequest request) => (request.NatGateway, request.NotificationEmail, request.KeyName) = (NatGatewayMode.PerZone, "operations@example.com", "desk");
        await sandbox.MakeAsync(deployer, Ask);
        if ((await sandbox.MakeAsync(deployer, Ask)).Changes is { Count: > 0 } changes)
            return $"the second run changed {string.Join(", ", changes)}";
        await sandbox.Root().S3().PutObjectAsync(new() { BucketName = Bucket, Key = "ana.png", ContentBody = "1" });
        return null;
    });

    /// <summary>Makes the application, changes whatever can be changed, and removes it.</summary>
    private static Task<string?> ChangeAsync(JsonObject policy) => ActAsync(policy, async (sandbox, deployer) =>
    {
        await sandbox.MakeAsync(deployer, request => request.NatGateway = NatGatewayMode.None);
        await sandbox.MakeAsync(deployer, request => (request.NatGateway, request.InstanceType, request.AllowedCidr) = (NatGatewayMode.Single, "t3.small", "203.0.113.0/24"));
        await sandbox.MakeAsync(deployer, request => (request.NatGateway, request.InstanceType, request.ZoneCount, request.MaxSize) = (NatGatewayMode.PerZone, "t3.small", 3, 6));
        DirectoryAppStack narrow = await sandbox.MakeAsync(deployer, _ => { });
        return (await sandbox.MakeAsync(deployer, _ => { })).Changes.Count == 0 && narrow.Zones.Count == 2 ? null : "it is not as wanted";
    });

    private static async Task<string?> ActAsync(JsonObject policy, Func<PolicySandbox, AwsConnection, Task<string?>> act)
    {
        using PolicySandbox sandbox = new();
        string before = await AccountContents.ReadAsync(sandbox.Account);
        try
        {
            AwsConnection deployer = await sandbox.DeployerAsync(policy);
            if (await act(sandbox, deployer) is { } fault)
                return fault;
            await sandbox.RemoveAsync(deployer);
        }
        catch (Exception exception) when (CloudErrors.From(exception) is { ErrorId: not "UnexpectedError" } error)
        {
            return error.Message;
        }

        sandbox.Clock.Advance(TimeSpan.FromHours(2));
        string after = await AccountContents.ReadAsync(sandbox.Account);
        return after == before ? null : $"left are {after} instead of {before}";
    }
}
