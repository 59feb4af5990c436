using Amazon.IdentityManagement;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Policies.Evaluation;

/// <summary>The policies of a real account's kind: made over the wire in the sandbox account, collected over the wire.</summary>
public sealed class CollectedPoliciesTests : IDisposable
{
    private readonly SandboxAccount _account = new();
    private readonly SandboxHandler _handler;
    private readonly AwsConnection _connection;

    public CollectedPoliciesTests()
    {
        _handler = new(_account);
        _connection = AwsConnection.ToSandbox(_handler, SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "the sandbox");
    }

    public void Dispose()
    {
        _handler.Dispose();
        _account.Dispose();
    }

    [Fact]
    public async Task Own_policies_those_of_groups_and_the_boundary_take_part()
    {
        AmazonIdentityManagementServiceClient iam = _connection.Iam();
        string boundary = (await iam.CreatePolicyAsync(new() { PolicyName = "Boundary", PolicyDocument = Policy("s3:*", "iam:GetUser", "ec2:*") })).Policy.Arn;
        await iam.CreateUserAsync(new() { UserName = "alice", PermissionsBoundary = boundary, Tags = [new() { Key = "team", Value = "red" }] });
        await iam.CreateGroupAsync(new() { GroupName = "readers" });
        await iam.AddUserToGroupAsync(new() { GroupName = "readers", UserName = "alice" });
        await iam.AttachGroupPolicyAsync(new() { GroupName = "readers", PolicyArn = "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess" });
        await iam.PutUserPolicyAsync(new() { UserName = "alice", PolicyName = "own", PolicyDocument = Policy("s3:GetObject", "sqs:SendMessage").Replace("\"*\"", "[\"arn:aws:s3:::${aws:PrincipalTag/team}/*\", \"arn:aws:sqs:*:*:*\"]", StringComparison.Ordinal) });

        List<AccessDecision> decisions =
        [
            .. await Test("alice", "s3:GetObject", "arn:aws:s3:::red/a"), .. await Test("alice", "s3:GetObject", "arn:aws:s3:::blue/a"),
            .. await Test("alice", "ec2:DescribeInstances", "*"), .. await Test("alice", "sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:q"), .. await Test("alice", "iam:GetUser", "*"),
        ];

        Assert.Equal(
            ["alice/own: statement 1", "no identity policy allows it", "AmazonEC2ReadOnlyAccess: statement 1", "no permissions boundary allows it", "no identity policy allows it"],
            decisions.Select(decision => decision.Reason));
    }

    [Fact]
    public async Task A_user_that_is_not_there_is_refused_in_IAMs_words() =>
        Assert.Contains("nobody", (await Assert.ThrowsAnyAsync<Exception>(() => Test("nobody", "s3:GetObject", "*"))).Message, StringComparison.Ordinal);

    private Task<List<AccessDecision>> Test(string user, string action, string resource)
    {
        CloudAccount account = new() { Region = "us-east-1", CredentialSource = "the sandbox", Connection = _connection };
        return new TestHost().RunAsync(new TestPolicyAccess(), new TestPolicyAccessRequest { Action = [action], Resource = [resource], UserName = user, Connection = account });
    }

    private static string Policy(params string[] actions) =>
        $$"""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["{{string.Join("\",\"", actions)}}"], "Resource": "*" } }""";
}
