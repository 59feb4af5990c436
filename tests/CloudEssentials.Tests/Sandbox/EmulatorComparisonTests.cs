using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Clients;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>
/// The module's own clients ask the sandbox and an emulator that others wrote the same; the answers are compared field by field. What
/// differs must be in the list below, and what is in the list must differ.
/// </summary>
public sealed class EmulatorComparisonTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    private static readonly KnownDifference[] Known =
    [
        new("DescribeRegions filtered", ".", "The emulator does not filter Regions, and answers for every partition."),
        new("DescribeRegions unknown", ".", "The emulator answers nothing for a Region that does not exist; EC2 refuses."),
        new("DescribeRegions", @"\.Geography", "The emulator does not tell where a Region is."),
        new("DescribeAvailabilityZones", @"\.(Geography|SubGeography|GroupName|GroupLongName|NetworkBorderGroup|OptInStatus)", "The emulator does not know groups of zones."),
        new("GetAccountSummary", @"\.AccountPasswordPresent$", "The emulator leaves out a key that the API reference lists."),
        new("ListAccountAliases", "^IsTruncated$", "The emulator leaves it out; the service model requires it in answers that come in pages."),
        new("CreateUser", @"\.UserId$", "The emulator's ids lack the prefixes of AWS."),
        new("GetUser", @"\.UserId$", "The emulator's ids lack the prefixes of AWS."),
        new("CreateGroup", @"\.GroupId$", "The emulator's ids lack the prefixes of AWS."),
        new("ListGroupsForUser", @"\.GroupId$", "The emulator's ids lack the prefixes of AWS."),
        new("CreatePolicy", @"\.PolicyId$", "The emulator's ids lack the prefixes of AWS."),
        new("GetPolicy", @"\.PolicyId$", "The emulator's ids lack the prefixes of AWS."),
        new("CreatePolicy", @"\.PermissionsBoundaryUsageCount$", "The emulator does not count policies used as boundaries."),
        new("GetPolicy", @"\.PermissionsBoundaryUsageCount$", "The emulator does not count policies used as boundaries."),
        new("CreateUser again", "^Message$", "The emulator's words are its own; these are IAM's."),
        new("GetAccountPasswordPolicy", @"\.HardExpiry$", "Nothing was said of it, and the API reference gives it no default; the emulator makes it false."),
        new("CreateLoginProfile again", "^Message$", "The emulator's words are its own; these are IAM's."),
        new("CreateAccessKey", @"\.SecretAccessKey$", "Secrets are never the same."),
        new("ListAccessKeys", "^IsTruncated$", "The emulator leaves it out; the service model has it in answers that come in pages."),
        new("GetGroup", "^IsTruncated$", "The emulator leaves it out; the service model has it in answers that come in pages."),
        new("GetGroup", @"\.(GroupId|UserId)$", "The emulator's ids lack the prefixes of AWS."),
        new("GetGroup", @"\.Tags\[", "API_GetGroup: a listed user does not bring tags; the emulator adds them."),
        new("CreateInstanceProfile", @"\.InstanceProfileId$", "The emulator's ids lack the prefixes of AWS."),
        new("GetInstanceProfile", @"\.InstanceProfileId$", "The emulator's ids lack the prefixes of AWS."),
        new("GetCredentialReport none", "^Message$", "The words are the emulator's and the sandbox's own: the API reference gives only the code."),
        new("DeletePolicy in use", ".", "The emulator deletes a policy that is attached; IAM refuses."),
    ];

    [SkippableFact]
    public async Task The_answers_differ_only_where_it_is_known()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        using var account = new SandboxAccount();
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(account);

        EmulatorAnswers ours = await AskAsync(endpoint.Url.ToString());
        EmulatorAnswers theirs = await AskAsync(moto.Url!);

        EmulatorAnswers.AssertDiffer(Known, ours, theirs);
    }

    private static async Task<EmulatorAnswers> AskAsync(string url)
    {
        using var ec2 = new AmazonEC2Client(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonEC2Config>(url));
        using var iam = new AmazonIdentityManagementServiceClient(EmulatorAnswers.Keys, EmulatorAnswers.Config<AmazonIdentityManagementServiceConfig>(url));
        var answers = new EmulatorAnswers();

        await answers.Ask("DescribeRegions", () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { RegionNames = ["us-east-1", "eu-west-1"] }));
        await answers.Ask("DescribeRegions filtered", () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { Filters = [new("region-name", ["eu-west-*"])] }));
        await answers.Ask("DescribeRegions unknown", () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { RegionNames = ["eu-west-9"] }));
        await answers.Ask("DescribeRegions dry", () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { DryRun = true }));
        await answers.Ask("DescribeAvailabilityZones", () => ec2.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest()));
        await answers.Ask("DescribeAvailabilityZones named", () => ec2.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest { ZoneNames = ["us-east-1b"] }));
        await answers.Ask("GetAccountSummary", () => iam.GetAccountSummaryAsync());
        await answers.Ask("ListAccountAliases", () => iam.ListAccountAliasesAsync());
        await answers.Ask("CreateUser", () => iam.CreateUserAsync(new CreateUserRequest("alice") { Path = "/team/", Tags = [new() { Key = "job", Value = "dev" }] }));
        await answers.Ask("CreateUser again", () => iam.CreateUserAsync(new CreateUserRequest("alice")));
        await answers.Ask("GetUser", () => iam.GetUserAsync(new GetUserRequest { UserName = "alice" }));
        await answers.Ask("GetUser nobody", () => iam.GetUserAsync(new GetUserRequest { UserName = "nobody" }));
        await answers.Ask("CreateGroup", () => iam.CreateGroupAsync(new CreateGroupRequest("readers")));
        await answers.Ask("AddUserToGroup", () => iam.AddUserToGroupAsync(new AddUserToGroupRequest("readers", "alice")));
        await answers.Ask("ListGroupsForUser", () => iam.ListGroupsForUserAsync(new ListGroupsForUserRequest("alice")));
        await answers.Ask("CreatePolicy", () => iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "read", PolicyDocument = Document, Description = "d" }));
        string arn = "arn:aws:iam::123456789012:policy/read";
        await answers.Ask("CreatePolicy again", () => iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "read", PolicyDocument = Document }));
        await answers.Ask("CreatePolicy malformed", () => iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "bad", PolicyDocument = "{}" }));
        await answers.Ask("AttachUserPolicy", () => iam.AttachUserPolicyAsync(new AttachUserPolicyRequest { UserName = "alice", PolicyArn = arn }));
        await answers.Ask("ListAttachedUserPolicies", () => iam.ListAttachedUserPoliciesAsync(new ListAttachedUserPoliciesRequest { UserName = "alice" }));
        await answers.Ask("GetPolicy", () => iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = arn }));
        await answers.Ask("GetPolicyVersion", () => iam.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = arn, VersionId = "v1" }));
        await answers.Ask("PutUserPolicy", () => iam.PutUserPolicyAsync(new PutUserPolicyRequest("alice", "inline", Document)));
        await answers.Ask("GetUserPolicy", () => iam.GetUserPolicyAsync(new GetUserPolicyRequest("alice", "inline")));
        await answers.Ask("ListUserPolicies", () => iam.ListUserPoliciesAsync(new ListUserPoliciesRequest("alice")));
        await answers.Ask("DeleteUser in use", () => iam.DeleteUserAsync(new DeleteUserRequest("alice")));
        await answers.Ask("CreateRole", () => iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "app", AssumeRolePolicyDocument = Trust }));
        await answers.Ask("GetRole", () => iam.GetRoleAsync(new GetRoleRequest { RoleName = "app" }));
        await answers.Ask("DeletePolicy in use", () => iam.DeletePolicyAsync(new DeletePolicyRequest { PolicyArn = arn }));
        await answers.Ask("GetAccountPasswordPolicy none", () => iam.GetAccountPasswordPolicyAsync());
        await answers.Ask("UpdateAccountPasswordPolicy", () => iam.UpdateAccountPasswordPolicyAsync(new UpdateAccountPasswordPolicyRequest { MinimumPasswordLength = 14, RequireNumbers = true, MaxPasswordAge = 90, PasswordReusePrevention = 24 }));
        await answers.Ask("GetAccountPasswordPolicy", () => iam.GetAccountPasswordPolicyAsync());
        await answers.Ask("CreateLoginProfile", () => iam.CreateLoginProfileAsync(new CreateLoginProfileRequest("alice", "Correct-Horse-1-Battery")));
        await answers.Ask("CreateLoginProfile again", () => iam.CreateLoginProfileAsync(new CreateLoginProfileRequest("alice", "Correct-Horse-1-Battery")));
        await answers.Ask("GetLoginProfile", () => iam.GetLoginProfileAsync(new GetLoginProfileRequest("alice")));
        await answers.Ask("CreateAccessKey", () => iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "alice" }));
        await answers.Ask("ListAccessKeys", () => iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "alice" }));
        await answers.Ask("GetGroup", () => iam.GetGroupAsync(new GetGroupRequest("readers")));
        await answers.Ask("ListRoles", () => iam.ListRolesAsync(new ListRolesRequest()));
        await answers.Ask("CreateInstanceProfile", () => iam.CreateInstanceProfileAsync(new CreateInstanceProfileRequest { InstanceProfileName = "app" }));
        await answers.Ask("AddRoleToInstanceProfile", () => iam.AddRoleToInstanceProfileAsync(new AddRoleToInstanceProfileRequest { InstanceProfileName = "app", RoleName = "app" }));
        await answers.Ask("GetInstanceProfile", () => iam.GetInstanceProfileAsync(new GetInstanceProfileRequest { InstanceProfileName = "app" }));
        await answers.Ask("ListEntitiesForPolicy", () => iam.ListEntitiesForPolicyAsync(new ListEntitiesForPolicyRequest { PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
        await answers.Ask("ListUserTags", () => iam.ListUserTagsAsync(new ListUserTagsRequest { UserName = "alice" }));
        await answers.Ask("CreateAccountAlias", () => iam.CreateAccountAliasAsync(new CreateAccountAliasRequest("small-company")));
        await answers.Ask("CreateOpenIDConnectProvider", () => iam.CreateOpenIDConnectProviderAsync(new CreateOpenIDConnectProviderRequest { Url = "https://token.example.com", ClientIDList = ["app"], ThumbprintList = [new string('a', 40)] }));
        await answers.Ask("GetOpenIDConnectProvider", () => iam.GetOpenIDConnectProviderAsync(new GetOpenIDConnectProviderRequest { OpenIDConnectProviderArn = "arn:aws:iam::123456789012:oidc-provider/token.example.com" }));
        await answers.Ask("ListMFADevices", () => iam.ListMFADevicesAsync(new ListMFADevicesRequest("alice")));
        await answers.Ask("GetCredentialReport none", () => iam.GetCredentialReportAsync());
        await answers.Ask("GenerateCredentialReport", () => iam.GenerateCredentialReportAsync());
        return answers;
    }
}
