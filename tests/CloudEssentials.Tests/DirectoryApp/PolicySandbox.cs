using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>A sandbox account with a user who has just one policy.</summary>
internal sealed class PolicySandbox : IDisposable
{
    internal SandboxClock Clock { get; } = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));

    internal SandboxAccount Account { get; }

    internal PolicySandbox() => Account = new(new() { Clock = Clock, Seed = "policy" });

    internal AwsConnection Root() => Connect(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey);

    /// <summary>A user with a policy, of which each statement is a managed one: a whole would be longer than one may be.</summary>
    internal async Task<AwsConnection> DeployerAsync(JsonObject policy)
    {
        var iam = Root().Iam();
        await iam.CreateGroupAsync(new() { GroupName = "deployers" });
        await iam.CreateUserAsync(new() { UserName = "deployer" });
        await iam.AddUserToGroupAsync(new() { UserName = "deployer", GroupName = "deployers" });
        int number = 0;
        foreach (JsonNode? statement in policy["Statement"]!.AsArray())
        {
            JsonObject document = new() { ["Version"] = "2012-10-17", ["Statement"] = statement!.DeepClone() };
            // A group takes inline policies of 5,120 characters in all, and ten managed ones: a user takes ten more.
            string arn = (await iam.CreatePolicyAsync(new() { PolicyName = $"deploy-{++number}", PolicyDocument = document.ToJsonString() })).Policy.Arn;
            if (number <= 10)
                await iam.AttachGroupPolicyAsync(new() { GroupName = "deployers", PolicyArn = arn });
            else
                await iam.AttachUserPolicyAsync(new() { UserName = "deployer", PolicyArn = arn });
        }

        AccessKey key = (await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "deployer" })).AccessKey;
        return Connect(key.AccessKeyId, key.SecretAccessKey);
    }

    internal async Task<DirectoryAppStack> MakeAsync(AwsConnection connection, Action<DirectoryAppRequest> with)
    {
        NewDirectoryAppRequest request = new() { Name = StackSandbox.Name };
        with(request);
        return (await Shell(connection).RunAsync(new NewDirectoryApp(), request)).Single();
    }

    internal Task RemoveAsync(AwsConnection connection) => Shell(connection).RunAsync(new RemoveDirectoryApp(), new() { Name = StackSandbox.Name, IncludeData = true });

    public void Dispose() => Account.Dispose();

    private AwsConnection Connect(string accessKey, string secretKey) =>
        AwsConnection.ToSandbox(new SandboxHandler(Account), accessKey, secretKey, StackSandbox.Region, "the tests", Clock);

    private static TestHost Shell(AwsConnection connection) =>
        new() { Session = new() { Current = new CloudAccount { Region = StackSandbox.Region, CredentialSource = "the tests", IsSandbox = true, Connection = connection } } };
}
