using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>
/// Simulated requests and last accessed services. The answers' shapes are those of API_SimulatePrincipalPolicy, API_SimulateCustomPolicy
/// (EvaluationResult), API_GetContextKeysForCustomPolicy, API_GetServiceLastAccessedDetails (ServiceLastAccessed),
/// API_GetServiceLastAccessedDetailsWithEntities and API_ListPoliciesGrantingServiceAccess in the IAM API reference; the emulator has none of them.
/// </summary>
public sealed class SimulationTests : IDisposable
{
    private const string Photos = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/${aws:username}/*"},{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""";

    private readonly SandboxAccount account = new(new SandboxOptions { Seed = "simulation" });
    private readonly WireClient root;

    public SimulationTests() => root = new WireClient(account);

    public void Dispose()
    {
        root.Dispose();
        account.Dispose();
    }

    [Fact]
    public async Task A_users_requests_are_decided_by_own_and_groups_policies_and_the_deciding_statement_is_told()
    {
        await Alice();

        WireAnswer answer = await root.Iam(
            "SimulatePrincipalPolicy",
            ("PolicySourceArn", "arn:aws:iam::123456789012:user/alice"),
            ("ActionNames.member.1", "s3:GetObject"),
            ("ActionNames.member.2", "ec2:DescribeRegions"),
            ("ActionNames.member.3", "iam:CreateUser"),
            ("ResourceArns.member.1", "arn:aws:s3:::photos/alice/1.jpg"));

        Assert.Equal(["allowed", "allowed", "implicitDeny"], answer.All("EvalDecision"));
        Assert.Equal(["photos", "AmazonEC2ReadOnlyAccess"], answer.All("SourcePolicyId"));
        Assert.Equal(("1", "38"), (answer.Text("Line"), answer.Text("Column")));
        Assert.Contains("aws:SecureTransport", answer.Text("MissingContextValues"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_entry_makes_a_denial_match_and_pages_go_on_where_they_ended()
    {
        (string, string)[] call =
        [
            ("PolicyInputList.member.1", Photos),
            ("ActionNames.member.1", "s3:GetObject"),
            ("ActionNames.member.2", "s3:PutObject"),
            ("ResourceArns.member.1", "arn:aws:s3:::photos/x"),
            ("ContextEntries.member.1.ContextKeyName", "aws:SecureTransport"),
            ("ContextEntries.member.1.ContextKeyType", "boolean"),
            ("ContextEntries.member.1.ContextKeyValues.member.1", "false"),
            ("MaxItems", "1"),
        ];

        WireAnswer first = await root.Iam("SimulateCustomPolicy", call);
        WireAnswer second = await root.Iam("SimulateCustomPolicy", [.. call, ("Marker", first.Text("Marker")!)]);

        Assert.Equal(("s3:GetObject", "explicitDeny"), (first.Text("EvalActionName"), first.Text("EvalDecision")));
        Assert.Equal(("s3:PutObject", "explicitDeny", "false"), (second.Text("EvalActionName"), second.Text("EvalDecision"), second.Text("IsTruncated")));
    }

    [Theory]
    [InlineData("s3:Get*", "InvalidInput")]
    [InlineData("nothing", "InvalidInput")]
    public async Task What_is_no_action_is_refused(string action, string code)
    {
        WireAnswer answer = await root.Iam("SimulateCustomPolicy", ("PolicyInputList.member.1", Photos), ("ActionNames.member.1", action));

        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task The_keys_that_policies_ask_for_are_those_of_conditions_and_of_variables()
    {
        WireAnswer answer = await root.Iam("GetContextKeysForCustomPolicy", ("PolicyInputList.member.1", Photos));

        Assert.Equal(["aws:SecureTransport", "aws:username"], answer.All("member"));
    }

    [Fact]
    public async Task Last_accessed_details_list_what_may_be_used_and_when_it_was()
    {
        using WireClient alice = await Alice();
        await alice.Ec2In("eu-west-1", "DescribeRegions");
        string arn = "arn:aws:iam::123456789012:user/alice";

        WireAnswer job = await root.Iam("GenerateServiceLastAccessedDetails", ("Arn", arn), ("Granularity", "ACTION_LEVEL"));
        WireAnswer details = await root.Iam("GetServiceLastAccessedDetails", ("JobId", job.Text("JobId")!));
        WireAnswer entities = await root.Iam("GetServiceLastAccessedDetailsWithEntities", ("JobId", job.Text("JobId")!), ("ServiceNamespace", "ec2"));
        WireAnswer granting = await root.Iam("ListPoliciesGrantingServiceAccess", ("Arn", arn), ("ServiceNamespaces.member.1", "ec2"), ("ServiceNamespaces.member.2", "sqs"));

        Assert.Equal("COMPLETED", details.Text("JobStatus"));
        Assert.Equal(["ec2", "s3"], details.All("ServiceNamespace").Intersect(["ec2", "s3", "iam"]));
        Assert.Equal([arn], details.All("LastAuthenticatedEntity"));
        Assert.Equal(("eu-west-1", "DescribeRegions"), (details.Text("LastAuthenticatedRegion"), details.Text("ActionName")));
        Assert.Single(entities.All("LastAuthenticated"));
        Assert.Equal(["AmazonEC2ReadOnlyAccess"], granting.All("PolicyName"));
        Assert.Equal("NoSuchEntity", (await root.Iam("GetServiceLastAccessedDetails", ("JobId", Guid.NewGuid().ToString()))).Code);
    }

    private async Task<WireClient> Alice()
    {
        await root.Iam("CreateGroup", ("GroupName", "readers"));
        await root.Iam("AttachGroupPolicy", ("GroupName", "readers"), ("PolicyArn", "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess"));
        await root.Iam("CreateUser", ("UserName", "alice"));
        await root.Iam("AddUserToGroup", ("GroupName", "readers"), ("UserName", "alice"));
        await root.Iam("PutUserPolicy", ("UserName", "alice"), ("PolicyName", "photos"), ("PolicyDocument", Photos));
        WireAnswer key = await root.Iam("CreateAccessKey", ("UserName", "alice"));
        return new WireClient(account) { AccessKeyId = key.Text("AccessKeyId")!, SecretAccessKey = key.Text("SecretAccessKey")! };
    }
}
