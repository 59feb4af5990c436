using System.Text;
using Amazon.AccessAnalyzer;
using Amazon.AccessAnalyzer.Model;
using Amazon.Account;
using Amazon.Account.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>
/// The organization, its control policies and its members' root users. AssumeRoot's and ListOrganizationsFeatures' answers have the shapes
/// of API_AssumeRoot (AWS STS API reference) and API_ListOrganizationsFeatures (IAM API reference), which the emulator does not have.
/// </summary>
public sealed class OrganizationTests : IDisposable
{
    private static readonly BasicAWSCredentials Keys = new(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey);

    private readonly SandboxAccount account = new(new SandboxOptions { Seed = "organization" });
    private readonly WireClient root;
    private readonly AmazonOrganizationsClient organizations;

    public OrganizationTests()
    {
        root = new WireClient(account);
        organizations = new AmazonOrganizationsClient(Keys, new AmazonOrganizationsConfig { RegionEndpoint = Amazon.RegionEndpoint.USEast1, HttpClientFactory = new Factory(account) });
    }

    public void Dispose()
    {
        organizations.Dispose();
        root.Dispose();
        account.Dispose();
    }

    [Fact]
    public async Task A_member_is_reached_by_its_role_and_held_back_by_control_policies()
    {
        (string rootId, string member) = await OrganizationAsync();
        using WireClient admin = await AdministratorAsync();
        using WireClient inMember = await SessionAsync(admin, "AssumeRole", ("RoleArn", $"arn:aws:iam::{member}:role/OrganizationAccountAccessRole"), ("RoleSessionName", "work"));
        WireAnswer before = await inMember.Iam("CreateUser", ("UserName", "alice"));

        await organizations.EnablePolicyTypeAsync(new EnablePolicyTypeRequest { RootId = rootId, PolicyType = "SERVICE_CONTROL_POLICY" });
        CreatePolicyResponse policy = await organizations.CreatePolicyAsync(new CreatePolicyRequest
        {
            Name = "no-users",
            Description = "No IAM users",
            Type = "SERVICE_CONTROL_POLICY",
            Content = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:CreateUser","Resource":"*"}]}""",
        });
        await organizations.AttachPolicyAsync(new AttachPolicyRequest { PolicyId = policy.Policy.PolicySummary.Id, TargetId = member });
        WireAnswer after = await inMember.Iam("CreateUser", ("UserName", "bob"));

        Assert.Equal($"arn:aws:iam::{member}:user/alice", before.Text("Arn"));
        Assert.Equal((403, "AccessDenied"), (after.Status, after.Code));
        Assert.EndsWith("with an explicit deny in a service control policy", after.Message, StringComparison.Ordinal);
        Assert.Equal(200, (await root.Iam("CreateUser", ("UserName", "bob"))).Status);
        Assert.Equal(["alice"], (await inMember.Iam("ListUsers")).All("UserName"));
        ListPoliciesForTargetResponse attached = await organizations.ListPoliciesForTargetAsync(
            new ListPoliciesForTargetRequest { TargetId = member, Filter = "SERVICE_CONTROL_POLICY" });
        Assert.Equal(["FullAWSAccess", "no-users"], attached.Policies.Select(known => known.Name).Order());
    }

    [Fact]
    public async Task A_root_session_does_its_task_in_a_member_and_nothing_else()
    {
        (string _, string member) = await OrganizationAsync();
        using WireClient admin = await AdministratorAsync();
        (string, string)[] audit = [("TargetPrincipal", member), ("TaskPolicyArn.arn", "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials")];
        WireAnswer early = await admin.Sts("AssumeRoot", audit);
        await organizations.EnableAWSServiceAccessAsync(new EnableAWSServiceAccessRequest { ServicePrincipal = "iam.amazonaws.com" });
        WireAnswer features = await root.Iam("EnableOrganizationsRootCredentialsManagement");

        using WireClient session = await SessionAsync(admin, "AssumeRoot", audit);
        WireAnswer tooLong = await admin.Sts("AssumeRoot", [.. audit, ("DurationSeconds", "901")]);
        WireAnswer global = await admin.Form("sts", "us-east-1", "https://sts.amazonaws.com/", "2011-06-15", "AssumeRoot", audit);

        Assert.Equal((403, "AccessDenied"), (early.Status, early.Code));
        Assert.Equal(["RootCredentialsManagement"], features.All("member"));
        Assert.Equal($"arn:aws:iam::{member}:root", (await session.Sts("GetCallerIdentity")).Text("Arn"));
        Assert.Equal(200, (await session.Iam("ListAccessKeys")).Status);
        Assert.Equal("NoSuchEntity", (await session.Iam("GetLoginProfile")).Code);
        Assert.Equal((403, "AccessDenied"), ((await session.Iam("CreateUser", ("UserName", "x"))).Status, (await session.Iam("CreateUser", ("UserName", "x"))).Code));
        Assert.Equal("ValidationError", tooLong.Code);
        Assert.Equal(403, global.Status);
        Assert.Equal("RootCredentialsManagement", (await root.Iam("ListOrganizationsFeatures")).Text("EnabledFeatures"));
    }

    [Fact]
    public async Task A_members_root_password_is_made_and_taken_away_by_task()
    {
        (string _, string member) = await OrganizationAsync();
        await organizations.EnableAWSServiceAccessAsync(new EnableAWSServiceAccessRequest { ServicePrincipal = "iam.amazonaws.com" });
        await root.Iam("EnableOrganizationsRootCredentialsManagement");
        using WireClient admin = await AdministratorAsync();
        using WireClient create = await SessionAsync(admin, "AssumeRoot", ("TargetPrincipal", member), ("TaskPolicyArn.arn", "arn:aws:iam::aws:policy/root-task/IAMCreateRootUserPassword"));
        using WireClient delete = await SessionAsync(admin, "AssumeRoot", ("TargetPrincipal", member), ("TaskPolicyArn.arn", "arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials"));

        Assert.Equal(200, (await create.Iam("CreateLoginProfile")).Status);
        Assert.Equal(200, (await delete.Iam("GetLoginProfile")).Status);
        Assert.Equal(200, (await delete.Iam("DeleteLoginProfile")).Status);
        Assert.Equal("NoSuchEntity", (await delete.Iam("GetLoginProfile")).Code);
    }

    [Fact]
    public async Task Without_an_organization_there_is_none_to_describe()
    {
        AmazonOrganizationsException refused = await Assert.ThrowsAnyAsync<AmazonOrganizationsException>(
            () => organizations.DescribeOrganizationAsync(new DescribeOrganizationRequest()));

        Assert.Equal("AWSOrganizationsNotInUseException", refused.ErrorCode);
        Assert.Equal("OrganizationNotFoundException", (await root.Iam("ListOrganizationsFeatures")).Code);
    }

    [Fact]
    public async Task Contacts_and_analyzers_are_kept_and_listed_over_the_rest_protocol()
    {
        using var contacts = new AmazonAccountClient(Keys, new AmazonAccountConfig { RegionEndpoint = Amazon.RegionEndpoint.USEast1, HttpClientFactory = new Factory(account) });
        using var analyzers = new AmazonAccessAnalyzerClient(Keys, new AmazonAccessAnalyzerConfig { RegionEndpoint = Amazon.RegionEndpoint.EUWest1, HttpClientFactory = new Factory(account) });
        await Assert.ThrowsAsync<Amazon.Account.Model.ResourceNotFoundException>(
            () => contacts.GetAlternateContactAsync(new GetAlternateContactRequest { AlternateContactType = "SECURITY" }));

        await contacts.PutAlternateContactAsync(new PutAlternateContactRequest
        {
            AlternateContactType = "SECURITY", Name = "Ana", Title = "CISO", EmailAddress = "ana@example.com", PhoneNumber = "+1 206 555 0100",
        });
        GetAlternateContactResponse contact = await contacts.GetAlternateContactAsync(new GetAlternateContactRequest { AlternateContactType = "SECURITY" });
        await analyzers.CreateAnalyzerAsync(new CreateAnalyzerRequest { AnalyzerName = "outside", Type = "ACCOUNT" });
        ListAnalyzersResponse listed = await analyzers.ListAnalyzersAsync(new ListAnalyzersRequest { Type = "ACCOUNT" });
        GetAnalyzerResponse analyzer = await analyzers.GetAnalyzerAsync(new GetAnalyzerRequest { AnalyzerName = "outside" });

        Assert.Equal("ana@example.com", contact.AlternateContact.EmailAddress);
        Assert.Equal("arn:aws:access-analyzer:eu-west-1:123456789012:analyzer/outside", Assert.Single(listed.Analyzers).Arn);
        Assert.Equal("ACTIVE", analyzer.Analyzer.Status.Value);
        Assert.Equal(DateTime.UtcNow.Date, analyzer.Analyzer.CreatedAt!.Value.ToUniversalTime().Date);
    }

    [Theory]
    [InlineData("repo:us/app:ref:refs/heads/main", "sts.amazonaws.com", null)]
    [InlineData("repo:others/app:ref:refs/heads/main", "sts.amazonaws.com", "AccessDenied")]
    [InlineData("repo:us/app:ref:refs/heads/main", "somebody-else", "InvalidIdentityToken")]
    public async Task A_token_of_an_identity_provider_opens_the_role_that_trusts_its_claims(string subject, string audience, string? code)
    {
        await root.Iam("CreateOpenIDConnectProvider", ("Url", "https://token.actions.githubusercontent.com"), ("ClientIDList.member.1", "sts.amazonaws.com"));
        await root.Iam("CreateRole", ("RoleName", "deploy"), ("AssumeRolePolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:us/app:*"}}}}"""));
        string claims = $$"""{"iss":"https://token.actions.githubusercontent.com","sub":"{{subject}}","aud":"{{audience}}","exp":4102444800}""";

        WireAnswer answer = await root.Sts(
            "AssumeRoleWithWebIdentity",
            ("RoleArn", "arn:aws:iam::123456789012:role/deploy"),
            ("RoleSessionName", "run-1"),
            ("WebIdentityToken", $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=')}.c2ln"));

        Assert.Equal(code, answer.Code);
        Assert.Equal(code is null, answer.Text("AssumedRoleId") is not null);
    }

    [Fact]
    public async Task A_federated_user_has_what_the_session_policy_leaves_and_no_IAM()
    {
        using WireClient admin = await AdministratorAsync();
        using WireClient guest = await SessionAsync(
            admin, "GetFederationToken", ("Name", "guest"), ("Policy", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["ec2:DescribeRegions","iam:ListUsers"],"Resource":"*"}}"""));

        Assert.Equal("arn:aws:sts::123456789012:federated-user/guest", (await guest.Sts("GetCallerIdentity")).Text("Arn"));
        Assert.Equal(200, (await guest.Ec2("DescribeRegions")).Status);
        Assert.Equal(403, (await guest.Ec2("DescribeAvailabilityZones")).Status);
        Assert.Equal("InvalidClientTokenId", (await guest.Iam("ListUsers")).Code);
        Assert.Equal("AccessDenied", (await guest.Sts("GetSessionToken")).Code);
    }

    [Fact]
    public async Task A_session_token_without_MFA_calls_no_IAM()
    {
        using WireClient admin = await AdministratorAsync();
        using WireClient session = await SessionAsync(admin, "GetSessionToken");

        Assert.Equal("InvalidClientTokenId", (await session.Iam("ListUsers")).Code);
        Assert.Equal(200, (await session.Ec2("DescribeRegions")).Status);
    }

    private async Task<(string RootId, string Member)> OrganizationAsync()
    {
        await organizations.CreateOrganizationAsync(new CreateOrganizationRequest());
        string rootId = (await organizations.ListRootsAsync(new ListRootsRequest())).Roots[0].Id;
        CreateAccountResponse order = await organizations.CreateAccountAsync(new CreateAccountRequest { AccountName = "workload", Email = "workload@example.com" });
        DescribeCreateAccountStatusResponse made = await organizations.DescribeCreateAccountStatusAsync(
            new DescribeCreateAccountStatusRequest { CreateAccountRequestId = order.CreateAccountStatus.Id });
        return (rootId, made.CreateAccountStatus.AccountId);
    }

    private async Task<WireClient> AdministratorAsync()
    {
        await root.Iam("CreateUser", ("UserName", "admin"));
        await root.Iam("AttachUserPolicy", ("UserName", "admin"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        WireAnswer key = await root.Iam("CreateAccessKey", ("UserName", "admin"));
        return new WireClient(account) { AccessKeyId = key.Text("AccessKeyId")!, SecretAccessKey = key.Text("SecretAccessKey")! };
    }

    private async Task<WireClient> SessionAsync(WireClient caller, string action, params (string, string)[] parameters)
    {
        WireAnswer session = await caller.Sts(action, parameters);
        Assert.True(session.Status == 200, session.Body);
        return new WireClient(account)
        {
            AccessKeyId = session.Text("AccessKeyId")!, SecretAccessKey = session.Text("SecretAccessKey")!, SessionToken = session.Text("SessionToken"),
        };
    }

    private sealed class Factory(SandboxAccount account) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SandboxHandler(account));
    }
}
