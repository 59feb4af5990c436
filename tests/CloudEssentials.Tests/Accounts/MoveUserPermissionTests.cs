using Amazon.IdentityManagement;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

public sealed class MoveUserPermissionTests : IDisposable
{
    private const string Reading = """{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }""";

    private readonly SandboxAccount _sandbox = new();
    private readonly AwsConnection _connection;

    public MoveUserPermissionTests() =>
        _connection = AwsConnection.ToSandbox(new SandboxHandler(_sandbox), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "a test");

    public void Dispose() => _sandbox.Dispose();

    private TestHost Host(bool answer = true) => new()
    {
        Session = new() { Current = new CloudAccount { Region = "us-east-1", CredentialSource = "a test", IsSandbox = true, Connection = _connection } },
        ShouldProcess = (_, _) => answer,
    };

    private async Task MakeUserAsync(string name)
    {
        AmazonIdentityManagementServiceClient iam = _connection.Iam();
        await iam.CreateUserAsync(new() { UserName = name });
        await iam.AttachUserPolicyAsync(new() { UserName = name, PolicyArn = "arn:aws:iam::aws:policy/SecurityAudit" });
        await iam.PutUserPolicyAsync(new() { UserName = name, PolicyName = "reading", PolicyDocument = Reading });
    }

    private Task<AccountAuthorization> ReadAsync() => new AuthorizationGateway(_connection).ReadAsync(null, CancellationToken.None);

    [Fact]
    public async Task The_policies_become_a_groups_and_a_second_run_finds_nothing_to_do()
    {
        await MakeUserAsync("anna");
        await MakeUserAsync("bert");

        List<UserPermissionMove> moves = await Host().RunAsync(new MoveUserPermission(), new MoveUserPermissionRequest { UserName = ["anna", "bert"] });

        Assert.All(moves, move => Assert.Equal("Moved", move.Status));
        AccountAuthorization after = await ReadAsync();
        IamGroup group = Assert.Single(after.Groups);
        Assert.Equal(["anna", "bert"], after.MembersOf(group.GroupName).Select(user => user.UserName));
        Assert.Equal("SecurityAudit", Assert.Single(group.AttachedPolicies).PolicyName);
        Assert.Equal("reading", Assert.Single(group.InlinePolicies).PolicyName);
        Assert.All(after.Users, user => Assert.Empty(user.AttachedPolicies));
        Assert.All(after.Users, user => Assert.Empty(user.InlinePolicies));

        List<UserPermissionMove> again = await Host().RunAsync(new MoveUserPermission(), new MoveUserPermissionRequest { UserName = ["anna", "bert"] });
        Assert.All(again, move => Assert.Equal("NothingToMove", move.Status));
    }

    [Fact]
    public async Task WhatIf_changes_nothing_and_shows_the_plan()
    {
        await MakeUserAsync("anna");
        string before = (await ReadAsync()).ToJson();

        UserPermissionMove move = Assert.Single(await Host(answer: false).RunAsync(new MoveUserPermission(), new MoveUserPermissionRequest { UserName = ["anna"] }));

        Assert.Equal("Planned", move.Status);
        Assert.Contains("make the group 'annaPermissions'", move.Plan, StringComparison.Ordinal);
        Assert.Equal(before, (await ReadAsync()).ToJson());
    }

    [Fact]
    public async Task A_failure_half_way_says_what_stands_and_a_second_run_goes_on_from_there()
    {
        await MakeUserAsync("anna");
        _sandbox.Faults.Add(new(SandboxFaultKind.ServerError) { Operation = "iam:AddUserToGroup" });
        TestHost host = Host();

        Assert.Empty(await host.RunAsync(new MoveUserPermission(), new MoveUserPermissionRequest { UserName = ["anna"] }));

        CloudException error = Assert.Single(host.Errors);
        Assert.Equal("ChangeIncomplete", error.ErrorId);
        Assert.Contains("Make the group: annaPermissions", error.Message, StringComparison.Ordinal);
        Assert.Contains("anna has no less than before.", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await ReadAsync()).FindUser("anna")!.AttachedPolicies.Count + (await ReadAsync()).FindUser("anna")!.InlinePolicies.Count);

        _sandbox.Faults.Clear();
        Assert.Equal("Moved", Assert.Single(await Host().RunAsync(new MoveUserPermission(), new MoveUserPermissionRequest { UserName = ["anna"] })).Status);
        Assert.Equal("annaPermissions", Assert.Single((await ReadAsync()).Groups).GroupName);
    }

    [Fact]
    public async Task What_is_not_proved_is_not_done_and_the_next_user_is()
    {
        await MakeUserAsync("anna");
        await MakeUserAsync("bert");
        await _connection.Iam().CreateGroupAsync(new() { GroupName = "wide" });
        await _connection.Iam().PutGroupPolicyAsync(new() { GroupName = "wide", PolicyName = "all", PolicyDocument = Reading.Replace("s3:GetObject", "s3:*", StringComparison.Ordinal) });
        TestHost host = Host();

        Assert.Empty(await host.RunAsync(new MoveUserPermission(), new MoveUserPermissionRequest { UserName = ["anna", "nobody"], GroupName = "wide" }));

        Assert.Equal(["PermissionNotProved", "PrincipalUnknown"], host.Errors.Select(error => error.ErrorId));
        Assert.Contains("would gain s3:", host.Errors[0].Message, StringComparison.Ordinal);
        Assert.Empty((await ReadAsync()).MembersOf("wide"));
        Assert.Equal("Moved", Assert.Single(await Host().RunAsync(new MoveUserPermission(), new MoveUserPermissionRequest { UserName = ["bert"] })).Status);
    }
}
