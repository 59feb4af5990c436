using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
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

        Dictionary<string, SortedDictionary<string, string>> ours = await AskAsync(endpoint.Url.ToString());
        Dictionary<string, SortedDictionary<string, string>> theirs = await AskAsync(moto.Url!);

        List<string> unknown = [];
        HashSet<KnownDifference> met = [];
        foreach ((string operation, SortedDictionary<string, string> answer) in ours)
        {
            foreach (string field in answer.Keys.Union(theirs[operation].Keys))
            {
                string? here = answer.GetValueOrDefault(field);
                string? there = theirs[operation].GetValueOrDefault(field);
                if (here == there)
                {
                    continue;
                }

                KnownDifference? known = Known.FirstOrDefault(known => operation.StartsWith(known.Operation, StringComparison.Ordinal) && Regex.IsMatch(field, known.Field));
                if (known is null)
                {
                    unknown.Add($"{operation} {field}: sandbox {here ?? "nothing"}, emulator {there ?? "nothing"}");
                }
                else
                {
                    met.Add(known);
                }
            }
        }

        Assert.True(unknown.Count == 0, string.Join(Environment.NewLine, unknown));
        Assert.Equal(Known, Known.Where(met.Contains));
    }

    private static async Task<Dictionary<string, SortedDictionary<string, string>>> AskAsync(string url)
    {
        var keys = new BasicAWSCredentials(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey);
        using var ec2 = new AmazonEC2Client(keys, Config<AmazonEC2Config>(url));
        using var iam = new AmazonIdentityManagementServiceClient(keys, Config<AmazonIdentityManagementServiceConfig>(url));
        var answers = new Dictionary<string, SortedDictionary<string, string>>();

        await Ask("DescribeRegions", () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { RegionNames = ["us-east-1", "eu-west-1"] }));
        await Ask("DescribeRegions filtered", () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { Filters = [new("region-name", ["eu-west-*"])] }));
        await Ask("DescribeRegions unknown", () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { RegionNames = ["eu-west-9"] }));
        await Ask("DescribeRegions dry", () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { DryRun = true }));
        await Ask("DescribeAvailabilityZones", () => ec2.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest()));
        await Ask("DescribeAvailabilityZones named", () => ec2.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest { ZoneNames = ["us-east-1b"] }));
        await Ask("GetAccountSummary", () => iam.GetAccountSummaryAsync());
        await Ask("ListAccountAliases", () => iam.ListAccountAliasesAsync());
        await Ask("CreateUser", () => iam.CreateUserAsync(new CreateUserRequest("alice") { Path = "/team/", Tags = [new() { Key = "job", Value = "dev" }] }));
        await Ask("CreateUser again", () => iam.CreateUserAsync(new CreateUserRequest("alice")));
        await Ask("GetUser", () => iam.GetUserAsync(new GetUserRequest { UserName = "alice" }));
        await Ask("GetUser nobody", () => iam.GetUserAsync(new GetUserRequest { UserName = "nobody" }));
        await Ask("CreateGroup", () => iam.CreateGroupAsync(new CreateGroupRequest("readers")));
        await Ask("AddUserToGroup", () => iam.AddUserToGroupAsync(new AddUserToGroupRequest("readers", "alice")));
        await Ask("ListGroupsForUser", () => iam.ListGroupsForUserAsync(new ListGroupsForUserRequest("alice")));
        await Ask("CreatePolicy", () => iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "read", PolicyDocument = Document, Description = "d" }));
        string arn = "arn:aws:iam::123456789012:policy/read";
        await Ask("CreatePolicy again", () => iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "read", PolicyDocument = Document }));
        await Ask("CreatePolicy malformed", () => iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "bad", PolicyDocument = "{}" }));
        await Ask("AttachUserPolicy", () => iam.AttachUserPolicyAsync(new AttachUserPolicyRequest { UserName = "alice", PolicyArn = arn }));
        await Ask("ListAttachedUserPolicies", () => iam.ListAttachedUserPoliciesAsync(new ListAttachedUserPoliciesRequest { UserName = "alice" }));
        await Ask("GetPolicy", () => iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = arn }));
        await Ask("GetPolicyVersion", () => iam.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = arn, VersionId = "v1" }));
        await Ask("PutUserPolicy", () => iam.PutUserPolicyAsync(new PutUserPolicyRequest("alice", "inline", Document)));
        await Ask("GetUserPolicy", () => iam.GetUserPolicyAsync(new GetUserPolicyRequest("alice", "inline")));
        await Ask("ListUserPolicies", () => iam.ListUserPoliciesAsync(new ListUserPoliciesRequest("alice")));
        await Ask("DeleteUser in use", () => iam.DeleteUserAsync(new DeleteUserRequest("alice")));
        await Ask("CreateRole", () => iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "app", AssumeRolePolicyDocument = Trust }));
        await Ask("GetRole", () => iam.GetRoleAsync(new GetRoleRequest { RoleName = "app" }));
        await Ask("DeletePolicy in use", () => iam.DeletePolicyAsync(new DeletePolicyRequest { PolicyArn = arn }));
        await Ask("GetAccountPasswordPolicy none", () => iam.GetAccountPasswordPolicyAsync());
        await Ask("UpdateAccountPasswordPolicy", () => iam.UpdateAccountPasswordPolicyAsync(new UpdateAccountPasswordPolicyRequest { MinimumPasswordLength = 14, RequireNumbers = true, MaxPasswordAge = 90, PasswordReusePrevention = 24 }));
        await Ask("GetAccountPasswordPolicy", () => iam.GetAccountPasswordPolicyAsync());
        await Ask("CreateLoginProfile", () => iam.CreateLoginProfileAsync(new CreateLoginProfileRequest("alice", "Correct-Horse-1-Battery")));
        await Ask("CreateLoginProfile again", () => iam.CreateLoginProfileAsync(new CreateLoginProfileRequest("alice", "Correct-Horse-1-Battery")));
        await Ask("GetLoginProfile", () => iam.GetLoginProfileAsync(new GetLoginProfileRequest("alice")));
        await Ask("CreateAccessKey", () => iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = "alice" }));
        await Ask("ListAccessKeys", () => iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = "alice" }));
        await Ask("GetGroup", () => iam.GetGroupAsync(new GetGroupRequest("readers")));
        await Ask("ListRoles", () => iam.ListRolesAsync(new ListRolesRequest()));
        await Ask("CreateInstanceProfile", () => iam.CreateInstanceProfileAsync(new CreateInstanceProfileRequest { InstanceProfileName = "app" }));
        await Ask("AddRoleToInstanceProfile", () => iam.AddRoleToInstanceProfileAsync(new AddRoleToInstanceProfileRequest { InstanceProfileName = "app", RoleName = "app" }));
        await Ask("GetInstanceProfile", () => iam.GetInstanceProfileAsync(new GetInstanceProfileRequest { InstanceProfileName = "app" }));
        await Ask("ListEntitiesForPolicy", () => iam.ListEntitiesForPolicyAsync(new ListEntitiesForPolicyRequest { PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
        await Ask("ListUserTags", () => iam.ListUserTagsAsync(new ListUserTagsRequest { UserName = "alice" }));
        await Ask("CreateAccountAlias", () => iam.CreateAccountAliasAsync(new CreateAccountAliasRequest("small-company")));
        await Ask("CreateOpenIDConnectProvider", () => iam.CreateOpenIDConnectProviderAsync(new CreateOpenIDConnectProviderRequest { Url = "https://token.example.com", ClientIDList = ["app"], ThumbprintList = [new string('a', 40)] }));
        await Ask("GetOpenIDConnectProvider", () => iam.GetOpenIDConnectProviderAsync(new GetOpenIDConnectProviderRequest { OpenIDConnectProviderArn = "arn:aws:iam::123456789012:oidc-provider/token.example.com" }));
        await Ask("ListMFADevices", () => iam.ListMFADevicesAsync(new ListMFADevicesRequest("alice")));
        await Ask("GetCredentialReport none", () => iam.GetCredentialReportAsync());
        await Ask("GenerateCredentialReport", () => iam.GenerateCredentialReportAsync());
        return answers;

        async Task Ask<T>(string name, Func<Task<T>> call)
            where T : AmazonWebServiceResponse
        {
            try
            {
                answers[name] = Flatten(await call());
            }
            catch (AmazonServiceException exception)
            {
                answers[name] = new() { ["Code"] = exception.ErrorCode, ["Status"] = $"{(int)exception.StatusCode}", ["Message"] = exception.Message };
            }
        }
    }

    private static T Config<T>(string url)
        where T : ClientConfig, new() => new() { ServiceURL = url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 };

    /// <summary>An answer's fields by their paths; a list's items are named by what names them, and not by their order.</summary>
    private static SortedDictionary<string, string> Flatten<T>(T response)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Walk(JsonSerializer.SerializeToNode(response), string.Empty);
        return fields;

        void Walk(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject structure:
                    foreach ((string name, JsonNode? child) in structure.Where(child => child.Key is not ("ResponseMetadata" or "ContentLength" or "HttpStatusCode")))
                    {
                        Walk(child, path.Length == 0 ? name : $"{path}.{name}");
                    }

                    break;
                case JsonArray list:
                    for (int index = 0; index < list.Count; index++)
                    {
                        string? name = list[index] is JsonObject item ? (item["ZoneName"] ?? item["RegionName"] ?? item["Key"])?.ToString() : null;
                        Walk(list[index], $"{path}[{name ?? $"{index}"}]");
                    }

                    break;
                case not null:
                    fields[path] = Same(node.ToString());
                    break;
            }
        }
    }

    // Ids and times are never the same; that they are there, and of which kind, is.
    private static string Same(string value) => value switch
    {
        _ when Regex.IsMatch(value, "^A[A-Z]{3}[A-Z0-9]{16,17}$") => $"{value[..4]}...",
        _ when Regex.IsMatch(value, @"^\d{4}-\d\d-\d\dT") => "(time)",
        _ when value.StartsWith('%') => Uri.UnescapeDataString(value.Replace('+', ' ')),
        _ => value,
    };
}
