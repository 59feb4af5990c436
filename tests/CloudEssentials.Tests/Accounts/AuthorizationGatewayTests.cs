using Amazon.IdentityManagement;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;

namespace CloudEssentials.Tests.Accounts;

public sealed class AuthorizationGatewayTests
{
    private const string Reading = """{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }""";

    private static AwsConnection Connect(SandboxAccount account) =>
        AwsConnection.ToSandbox(new SandboxHandler(account), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "a test");

    private static async Task<AwsConnection> PopulateAsync(SandboxAccount account, int users)
    {
        AwsConnection connection = Connect(account);
        AmazonIdentityManagementServiceClient iam = connection.Iam();
        await iam.CreateGroupAsync(new() { GroupName = "readers" });
        await iam.PutGroupPolicyAsync(new() { GroupName = "readers", PolicyName = "read", PolicyDocument = Reading });
        await iam.AttachGroupPolicyAsync(new() { GroupName = "readers", PolicyArn = "arn:aws:iam::aws:policy/SecurityAudit" });
        string own = (await iam.CreatePolicyAsync(new() { PolicyName = "own", PolicyDocument = Reading })).Policy.Arn;
        await iam.CreateRoleAsync(new() { RoleName = "app", AssumeRolePolicyDocument = """{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }""" });
        await iam.AttachRolePolicyAsync(new() { RoleName = "app", PolicyArn = own });
        for (int i = 0; i < users; i++)
        {
            await iam.CreateUserAsync(new() { UserName = $"user{i:D4}" });
            await iam.AddUserToGroupAsync(new() { UserName = $"user{i:D4}", GroupName = "readers" });
        }

        return connection;
    }

    [Fact]
    public async Task The_picture_of_a_live_account_is_whole_and_reads_back_from_what_it_writes()
    {
        using SandboxAccount sandbox = new();
        AwsConnection connection = await PopulateAsync(sandbox, 3);

        AccountAuthorization account = await new AuthorizationGateway(connection).ReadAsync(null, CancellationToken.None);

        Assert.Equal("Sandbox", account.Source);
        Assert.Equal(["user0000", "user0001", "user0002"], account.MembersOf("readers").Select(user => user.UserName));
        Assert.Equal(["SecurityAudit", "own"], account.Policies.Select(policy => policy.PolicyName));
        Assert.All(account.Policies, policy => Assert.True(policy.Document!.IsReadable));
        Assert.True(account.FindRole("app")!.AssumeRolePolicyDocument.IsReadable);
        Assert.Empty(account.FindDocumentProblems());
        string json = account.ToJson();
        Assert.Equal(json, AccountAuthorization.Parse(json).ToJson());
        Assert.Empty(AuthorizationComparer.Compare(account, AccountAuthorization.Parse(json)));
    }

    [Fact]
    public async Task Throttling_of_every_third_call_loses_nothing()
    {
        using SandboxAccount sandbox = new(new SandboxOptions { Faults = [new(SandboxFaultKind.Throttle) { Every = 3 }] });
        AwsConnection connection = await PopulateAsync(sandbox, 2);

        AccountAuthorization account = await new AuthorizationGateway(connection).ReadAsync(null, CancellationToken.None);

        Assert.Equal((2, 1, 1, 2), (account.Users.Count, account.Groups.Count, account.Roles.Count, account.Policies.Count));
    }
}
