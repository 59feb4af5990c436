using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>A sandbox account that the SDK's clients call in process, on a clock that stands still until it is moved.</summary>
internal sealed class SdkSandbox : IDisposable
{
    public SdkSandbox(Func<SandboxOptions, SandboxOptions>? options = null)
    {
        var known = new SandboxOptions { Seed = "services", Clock = Clock };
        Account = new SandboxAccount(options is null ? known : options(known));
        Root = Connect(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey);
    }

    public SandboxClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public SandboxAccount Account { get; }

    /// <summary>The root user's connection to us-east-1.</summary>
    public AwsConnection Root { get; }

    /// <summary>A user with one policy of the statements given.</summary>
    public async Task<AwsConnection> UserAsync(string name, params string[] statements)
    {
        AmazonIdentityManagementServiceClient iam = Root.Iam();
        await iam.CreateUserAsync(new CreateUserRequest(name));
        if (statements.Length > 0)
        {
            string policy = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";
            await iam.PutUserPolicyAsync(new PutUserPolicyRequest(name, "all", policy));
        }

        AccessKey key = (await iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = name })).AccessKey;
        return Connect(key.AccessKeyId, key.SecretAccessKey);
    }

    /// <summary>Sees a call refused, by the code.</summary>
    public static async Task<AmazonServiceException> Refuses(string code, Func<Task> call)
    {
        AmazonServiceException refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(call);
        Assert.Equal((code, refusal.Message), (refusal.ErrorCode, refusal.Message));
        return refusal;
    }

    public void Dispose() => Account.Dispose();

    private AwsConnection Connect(string key, string secret) => AwsConnection.ToSandbox(new SandboxHandler(Account), key, secret, "us-east-1", "a test");
}
