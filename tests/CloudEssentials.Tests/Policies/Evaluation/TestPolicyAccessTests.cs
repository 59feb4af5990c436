using System.Collections;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Policies.Evaluation;

[Collection(EnvironmentCollection.Name)]
public sealed class TestPolicyAccessTests : IDisposable
{
    private const string Everything = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }""";
    private const string Cat = "arn:aws:s3:::photos/cat.jpg";

    private readonly AwsHome _home = new();
    private readonly LoopbackServer _iam = new(call => FakeIam.Answer(call["Action"], call["PolicyArn"]));
    private readonly TestHost _host = new();

    public void Dispose()
    {
        _iam.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Every_pair_of_action_and_resource_is_decided_in_order()
    {
        List<AccessDecision> decisions = await Run(new() { Action = ["s3:GetObject", "s3:PutObject"], Resource = [Cat, "arn:aws:s3:::other/cat.jpg"], IdentityPolicy = [Everything.Replace("\"*\", \"Resource\": \"*\"", "\"s3:Get*\", \"Resource\": \"arn:aws:s3:::photos/*\"", StringComparison.Ordinal)] });
        Assert.Equal(
            [("s3:GetObject", Cat, true), ("s3:GetObject", "arn:aws:s3:::other/cat.jpg", false), ("s3:PutObject", Cat, false), ("s3:PutObject", "arn:aws:s3:::other/cat.jpg", false)],
            decisions.Select(decision => (decision.Action, decision.Resource, decision.IsAllowed)));
        Assert.All(decisions, decision => Assert.NotNull(decision.Explanation));
    }

    [Fact]
    public async Task Policies_may_be_text_lines_of_it_dictionaries_and_documents()
    {
        object[] policies = [Everything, PolicyDocument.Parse(Everything), new Hashtable { ["Statement"] = new Hashtable { ["Effect"] = "Allow", ["Action"] = "*", ["Resource"] = "*" } }, "{ \"Statement\":", "[] }"];
        AccessDecision decision = Assert.Single(await Run(new() { Action = ["s3:GetObject"], IdentityPolicy = policies }));
        Assert.Equal("IdentityPolicy 1: statement 1", decision.MatchedStatement!.ToString());
        Assert.Contains("IdentityPolicy 4: it has no statements", Assert.Single(_host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_of_control_policies_are_objects_with_target_and_policy()
    {
        const string OnlyS3 = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }""";
        object[] levels = [Level("root", Everything), Level("account", OnlyS3), Level("account", Everything.Replace("*\", \"Resource", "sqs:*\", \"Resource", StringComparison.Ordinal))];
        List<AccessDecision> decisions = await Run(new() { Action = ["s3:GetObject", "sqs:SendMessage", "ec2:RunInstances"], IdentityPolicy = [Everything], ServiceControlPolicy = levels });
        Assert.Equal([true, true, false], decisions.Select(decision => decision.IsAllowed));

        // A flat list is one level: what one of its policies allows is allowed.
        decisions = await Run(new() { Action = ["ec2:RunInstances"], IdentityPolicy = [Everything], ServiceControlPolicy = [Everything, OnlyS3] });
        Assert.True(decisions[0].IsAllowed);
    }

    [Fact]
    public async Task A_list_within_a_list_of_control_policies_is_refused_with_the_reason()
    {
        CloudException error = await Fails(new() { Action = ["s3:GetObject"], ServiceControlPolicy = [Everything, new object[] { Everything }] });
        Assert.Equal("PolicyLevelsNested", error.ErrorId);
        Assert.Contains("Target", error.Remedy, StringComparison.Ordinal);
        Assert.Equal("PolicyLevelsMixed", (await Fails(new() { Action = ["s3:GetObject"], ResourceControlPolicy = [Everything, Level("root", Everything)] })).ErrorId);
    }

    [Fact]
    public async Task What_cannot_be_right_is_an_error_that_says_what_would_be()
    {
        Assert.Equal("PolicySyntaxError", (await Fails(new() { Action = ["s3:GetObject"], IdentityPolicy = ["{ oops"] })).ErrorId);
        Assert.Equal("SessionPolicyWithoutSession", (await Fails(new() { Action = ["s3:GetObject"], Principal = "arn:aws:iam::111122223333:user/alice", SessionPolicy = [Everything] })).ErrorId);
        Assert.Equal("AccountIdInvalid", (await Fails(new() { Action = ["s3:GetObject"], ManagementAccount = "123" })).ErrorId);
        Assert.Equal("AccountIdInvalid", (await Fails(new() { Action = ["s3:GetObject"], ResourceAccount = "me" })).ErrorId);
        Assert.Equal("ParameterConflict", (await Fails(new() { Action = ["s3:GetObject"], UserName = "alice", RoleName = "app" })).ErrorId);
        const string Numeric = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "NumericLessThan": { "s3:max-keys": "10" } } } }""";
        Assert.Equal("ContextValueInvalid", (await Fails(new() { Action = ["s3:ListBucket"], IdentityPolicy = [Numeric], Context = new Hashtable { ["s3:max-keys"] = "many" } })).ErrorId);
    }

    [Fact]
    public async Task A_users_own_policies_groups_tags_and_boundary_are_collected()
    {
        TestPolicyAccessRequest request = new() { Action = ["s3:GetObject", "s3:PutObject", "sqs:SendMessage"], Resource = [Cat, "arn:aws:s3:::red/x"], UserName = "alice", AccessKey = "AKIATEST", SecretKey = "secret", EndpointUrl = _iam.Url };
        List<AccessDecision> decisions = await Run(request);
        Assert.Equal(
            ["alice/own: statement 1", "Team: statement 1", "no identity policy allows it", "Team: statement 1", "no identity policy allows it", "no permissions boundary allows it"],
            decisions.Select(decision => decision.Reason));
        Assert.All(decisions, decision => Assert.Equal("arn:aws:iam::111122223333:user/alice", decision.Principal));

        // What would attaching one more policy change?
        Assert.True((await Run(request with { Action = ["s3:PutObject"], Resource = [Cat], IdentityPolicy = [Everything] }))[0].IsAllowed);
    }

    [Fact]
    public async Task A_role_is_collected_and_may_be_asked_as_one_of_its_sessions()
    {
        TestPolicyAccessRequest request = new() { Action = ["s3:GetObject"], Resource = [Cat], RoleName = "app", AccessKey = "AKIATEST", SecretKey = "secret", EndpointUrl = _iam.Url };
        Assert.Equal("arn:aws:iam::111122223333:role/service/app", (await Run(request))[0].Principal);

        const string Session = "arn:aws:sts::111122223333:assumed-role/app/session";
        const string Bucket = """{ "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::111122223333:role/service/app" }, "Action": "*", "Resource": "*" } }""";
        AccessDecision decision = (await Run(request with { Principal = Session, ResourcePolicy = Bucket }))[0];
        Assert.Equal((Session, AccessVerdict.ExplicitlyDenied), (decision.Principal, decision.Decision));
        Assert.Equal("ParameterConflict", (await Fails(request with { Principal = "arn:aws:sts::111122223333:assumed-role/other/session" })).ErrorId);
    }

    private static Hashtable Level(string target, string policy) => new() { ["Target"] = target, ["Policy"] = policy };

    private Task<List<AccessDecision>> Run(TestPolicyAccessRequest request) => _host.RunAsync(new TestPolicyAccess(), request);

    private async Task<CloudException> Fails(TestPolicyAccessRequest request) => await Assert.ThrowsAnyAsync<CloudException>(() => Run(request));
}
