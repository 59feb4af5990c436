using System.Text.Json.Nodes;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class AuthorizationTests : IDisposable
{
    private readonly SandboxAccount account = new(new SandboxOptions { Seed = "authorization" });
    private readonly WireClient root;

    public AuthorizationTests() => root = new WireClient(account);

    public void Dispose()
    {
        root.Dispose();
        account.Dispose();
    }

    [Fact]
    public async Task A_user_may_do_what_the_policies_allow_and_is_refused_the_rest_in_each_services_words()
    {
        using WireClient alice = await User("alice", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:DescribeRegions","Resource":"*"}}""");

        WireAnswer allowed = await alice.Ec2("DescribeRegions");
        WireAnswer ec2 = await alice.Ec2("DescribeAvailabilityZones");
        WireAnswer iam = await alice.Iam("CreateUser", ("UserName", "eve"));
        WireAnswer identity = await alice.Sts("GetCallerIdentity");

        Assert.Equal(200, allowed.Status);
        Assert.Equal((403, "UnauthorizedOperation"), (ec2.Status, ec2.Code));
        Assert.StartsWith(
            "You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/alice is not authorized to perform: "
            + "ec2:DescribeAvailabilityZones because no identity-based policy allows the ec2:DescribeAvailabilityZones action. Encoded authorization failure message: ",
            ec2.Message,
            StringComparison.Ordinal);
        Assert.Equal((403, "AccessDenied"), (iam.Status, iam.Code));
        Assert.Equal(
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:CreateUser on resource: "
            + "arn:aws:iam::123456789012:user/eve because no identity-based policy allows the iam:CreateUser action",
            iam.Message);
        Assert.Equal("arn:aws:iam::123456789012:user/alice", identity.Text("Arn"));
    }

    [Fact]
    public async Task The_encoded_message_says_what_was_refused_to_those_who_may_decode_it()
    {
        using WireClient alice = await User("alice", """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"ec2:*","Resource":"*"}}""");

        string message = (await alice.Ec2("DescribeRegions")).Message!;
        string encoded = message[(message.LastIndexOf(' ') + 1)..];
        WireAnswer decoded = await root.Sts("DecodeAuthorizationMessage", ("EncodedMessage", encoded));
        WireAnswer forged = await root.Sts("DecodeAuthorizationMessage", ("EncodedMessage", encoded[..^4] + "AAAA"));

        Assert.Contains("with an explicit deny in an identity-based policy", message, StringComparison.Ordinal);
        Assert.Contains("\"explicitDeny\":true", decoded.Text("DecodedMessage"), StringComparison.Ordinal);
        Assert.Contains("ec2:DescribeRegions", decoded.Text("DecodedMessage"), StringComparison.Ordinal);
        Assert.Equal("InvalidAuthorizationMessageException", forged.Code);
        Assert.Equal(403, (await alice.Sts("DecodeAuthorizationMessage", ("EncodedMessage", encoded))).Status);
    }

    [Fact]
    public async Task The_encoded_message_holds_the_statement_that_denies_and_the_values_of_the_requests_keys()
    {
        using WireClient alice = await User("alice", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"NoRegions","Effect":"Deny","Action":"ec2:Describe*","Resource":"*","Condition":{"StringEquals":{"aws:RequestedRegion":"us-east-1"}}}]}""");
        string message = (await alice.Ec2("DescribeRegions")).Message!;

        WireAnswer decoded = await root.Sts("DecodeAuthorizationMessage", ("EncodedMessage", message[(message.LastIndexOf(' ') + 1)..]));
        JsonNode text = JsonNode.Parse(decoded.Text("DecodedMessage")!)!;
        JsonNode statement = Assert.Single(text["matchedStatements"]!["items"]!.AsArray())!;

        Assert.Equal(("NoRegions", "DENY"), ((string)statement["statementId"]!, (string)statement["effect"]!));
        Assert.Equal("ec2:Describe*", (string)statement["actions"]!["items"]![0]!["value"]!);
        Assert.Equal("*", (string)statement["resources"]!["items"]![0]!["value"]!);
        Assert.Equal("aws:RequestedRegion", (string)statement["conditions"]!["items"]![0]!["key"]!);
        Assert.Equal("alice", (string)text["context"]!["principal"]!["name"]!);
        Assert.Empty(text["failures"]!["items"]!.AsArray());
        JsonNode region = Assert.Single(text["context"]!["conditions"]!["items"]!.AsArray(), condition => (string)condition!["key"]! == "aws:RequestedRegion")!;
        Assert.Equal("us-east-1", (string)region["values"]!["items"]![0]!["value"]!);
    }

    [Fact]
    public async Task Where_nothing_allows_no_statement_matched()
    {
        using WireClient alice = await User("alice", null);
        string message = (await alice.Ec2("DescribeRegions")).Message!;

        WireAnswer decoded = await root.Sts("DecodeAuthorizationMessage", ("EncodedMessage", message[(message.LastIndexOf(' ') + 1)..]));
        JsonNode text = JsonNode.Parse(decoded.Text("DecodedMessage")!)!;

        Assert.False((bool)text["explicitDeny"]!);
        Assert.Empty(text["matchedStatements"]!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_dry_run_of_what_is_not_allowed_is_refused()
    {
        using WireClient nobody = await User("nobody", null);

        WireAnswer answer = await nobody.Ec2("DescribeRegions", ("DryRun", "true"));

        Assert.Equal((403, "UnauthorizedOperation"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_groups_policies_reach_its_members_and_a_boundary_holds_them_back()
    {
        using WireClient bob = await User("bob", null);
        await root.Iam("CreateGroup", ("GroupName", "readers"));
        await root.Iam("AttachGroupPolicy", ("GroupName", "readers"), ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        await root.Iam("AddUserToGroup", ("GroupName", "readers"), ("UserName", "bob"));

        WireAnswer member = await bob.Ec2("DescribeRegions");
        await root.Iam("PutUserPermissionsBoundary", ("UserName", "bob"), ("PermissionsBoundary", "arn:aws:iam::aws:policy/IAMReadOnlyAccess"));
        WireAnswer bounded = await bob.Ec2("DescribeRegions");
        WireAnswer within = await bob.Iam("ListUsers");

        Assert.Equal(200, member.Status);
        Assert.Contains("because no permissions boundary allows the ec2:DescribeRegions action", bounded.Message, StringComparison.Ordinal);
        Assert.Equal(200, within.Status);
    }

    [Fact]
    public async Task A_role_is_assumed_by_whom_it_trusts_and_its_session_has_its_permissions_alone()
    {
        using WireClient alice = await User("alice", null);
        using WireClient mallory = await User("mallory", null);
        await root.Iam(
            "CreateRole",
            ("RoleName", "reader"),
            ("AssumeRolePolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/alice"},"Action":"sts:AssumeRole"}}"""));
        await root.Iam(
            "PutRolePolicy",
            ("RoleName", "reader"),
            ("PolicyName", "regions"),
            ("PolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:DescribeRegions","Resource":"*"}}"""));
        (string, string)[] parameters = [("RoleArn", "arn:aws:iam::123456789012:role/reader"), ("RoleSessionName", "work")];

        WireAnswer session = await alice.Sts("AssumeRole", parameters);
        WireAnswer refused = await mallory.Sts("AssumeRole", parameters);
        WireAnswer byRoot = await root.Sts("AssumeRole", parameters);
        WireAnswer tooLong = await alice.Sts("AssumeRole", [.. parameters, ("DurationSeconds", "7200")]);
        using var reader = new WireClient(account)
        {
            AccessKeyId = session.Text("AccessKeyId")!,
            SecretAccessKey = session.Text("SecretAccessKey")!,
            SessionToken = session.Text("SessionToken"),
        };

        Assert.Equal("arn:aws:sts::123456789012:assumed-role/reader/work", (await reader.Sts("GetCallerIdentity")).Text("Arn"));
        Assert.Equal(200, (await reader.Ec2("DescribeRegions")).Status);
        Assert.Equal(403, (await reader.Ec2("DescribeAvailabilityZones")).Status);
        Assert.Equal((403, "AccessDenied"), (refused.Status, refused.Code));
        Assert.Equal("Roles may not be assumed by root accounts.", byRoot.Message);
        Assert.Equal("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.", tooLong.Message);
    }

    [Fact]
    public async Task A_session_runs_out_on_the_accounts_clock_and_a_changed_token_is_not_known()
    {
        var clock = new SandboxClock(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var timed = new SandboxAccount(new SandboxOptions { Clock = clock });
        using var client = new WireClient(timed);
        WireAnswer session = await client.Sts("GetSessionToken");
        using var holder = new WireClient(timed)
        {
            AccessKeyId = session.Text("AccessKeyId")!,
            SecretAccessKey = session.Text("SecretAccessKey")!,
            SessionToken = session.Text("SessionToken"),
        };
        using var forger = new WireClient(timed)
        {
            AccessKeyId = session.Text("AccessKeyId")!,
            SecretAccessKey = session.Text("SecretAccessKey")!,
            SessionToken = (session.Text("SessionToken")![0] == 'A' ? "B" : "A") + session.Text("SessionToken")![1..],
        };

        Assert.Equal("2026-01-02T04:04:05Z", session.Text("Expiration"));
        Assert.Equal(200, (await holder.Sts("GetCallerIdentity")).Status);
        Assert.Equal("InvalidClientTokenId", (await forger.Sts("GetCallerIdentity")).Code);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ExpiredToken", (await holder.Sts("GetCallerIdentity")).Code);
        Assert.Equal("RequestExpired", (await holder.Ec2("DescribeRegions")).Code);
    }

    private async Task<WireClient> User(string name, string? policy)
    {
        await root.Iam("CreateUser", ("UserName", name));
        if (policy is not null)
        {
            await root.Iam("PutUserPolicy", ("UserName", name), ("PolicyName", "own"), ("PolicyDocument", policy));
        }

        WireAnswer key = await root.Iam("CreateAccessKey", ("UserName", name));
        return new WireClient(account) { AccessKeyId = key.Text("AccessKeyId")!, SecretAccessKey = key.Text("SecretAccessKey")! };
    }
}
