using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>A large account at the head of an organization: what commands must get through quickly.</summary>
internal static class Enterprise
{
    public const int Users = 3000;
    public const int Groups = 300;
    public const int Roles = 500;
    public const int Accounts = 200;
    private const int Policies = 100;
    private const int GroupsPerUser = 3;

    private static readonly string[] Services = ["s3", "dynamodb", "sqs", "sns", "lambda", "ec2", "logs", "cloudwatch", "kms", "secretsmanager"];

    private static readonly string[] AwsPolicies =
    [
        "ReadOnlyAccess", "AmazonEC2ReadOnlyAccess", "AmazonS3ReadOnlyAccess", "AmazonDynamoDBReadOnlyAccess", "SecurityAudit", "job-function/ViewOnlyAccess", "job-function/Billing",
    ];

    public static void Plan(ScenarioBuilder builder)
    {
        builder.At(380, () => OrganizationAsync(builder));
        builder.At(360, () => PoliciesAsync(builder));
        builder.At(350, () => GroupsAsync(builder));
        builder.At(60, () => UsersAsync(builder));
        builder.At(60, () => RolesAsync(builder));
    }

    private static string Name(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what}-{number:0000}");

    private static async Task OrganizationAsync(ScenarioBuilder builder)
    {
        await builder.OrganizationsAsync("CreateOrganization", []).ConfigureAwait(false);
        string root = (await builder.OrganizationsAsync("ListRoots", []).ConfigureAwait(false)).Json["Roots"]![0]!["Id"]!.GetValue<string>();
        await builder.OrganizationsAsync("EnablePolicyType", new JsonObject { ["RootId"] = root, ["PolicyType"] = "SERVICE_CONTROL_POLICY" }).ConfigureAwait(false);
        await builder.OrganizationsAsync("EnableAWSServiceAccess", new JsonObject { ["ServicePrincipal"] = "iam.amazonaws.com" }).ConfigureAwait(false);
        await builder.IamAsync("EnableOrganizationsRootCredentialsManagement").ConfigureAwait(false);
        await builder.IamAsync("EnableOrganizationsRootSessions").ConfigureAwait(false);
        ScenarioAnswer unit = await builder.OrganizationsAsync(
            "CreateOrganizationalUnit", new JsonObject { ["ParentId"] = root, ["Name"] = "Workloads" }).ConfigureAwait(false);
        string workloads = unit.Json["OrganizationalUnit"]!["Id"]!.GetValue<string>();
        for (int number = 1; number < Accounts; number++)
        {
            ScenarioAnswer made = await builder.OrganizationsAsync(
                "CreateAccount", new JsonObject { ["AccountName"] = Name("workload", number), ["Email"] = $"{Name("workload", number)}@example.com" }).ConfigureAwait(false);
            string order = made.Json["CreateAccountStatus"]!["Id"]!.GetValue<string>();
            ScenarioAnswer status = await builder.OrganizationsAsync(
                "DescribeCreateAccountStatus", new JsonObject { ["CreateAccountRequestId"] = order }).ConfigureAwait(false);
            await builder.OrganizationsAsync("MoveAccount", new JsonObject
            {
                ["AccountId"] = status.Json["CreateAccountStatus"]!["AccountId"]!.GetValue<string>(),
                ["SourceParentId"] = root,
                ["DestinationParentId"] = workloads,
            }).ConfigureAwait(false);
        }

        ScenarioAnswer policy = await builder.OrganizationsAsync("CreatePolicy", new JsonObject
        {
            ["Name"] = "protect-trail",
            ["Description"] = "Nobody stops the trail",
            ["Type"] = "SERVICE_CONTROL_POLICY",
            ["Content"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["cloudtrail:StopLogging","cloudtrail:DeleteTrail"],"Resource":"*"}]}""",
        }).ConfigureAwait(false);
        string policyId = policy.Json["Policy"]!["PolicySummary"]!["Id"]!.GetValue<string>();
        await builder.OrganizationsAsync("AttachPolicy", new JsonObject { ["PolicyId"] = policyId, ["TargetId"] = workloads }).ConfigureAwait(false);
    }

    private static async Task PoliciesAsync(ScenarioBuilder builder)
    {
        for (int number = 0; number < Policies; number++)
        {
            string service = Services[number % Services.Length];
            await builder.PolicyAsync(Name("policy", number), Documents.Allow(
                $"{service}:*", $"arn:aws:{service}:us-east-1:{builder.AccountId}:{Name("team", number)}*")).ConfigureAwait(false);
        }
    }

    private static async Task GroupsAsync(ScenarioBuilder builder)
    {
        for (int number = 0; number < Groups; number++)
        {
            string group = Name("group", number);
            await builder.GroupAsync(group, AwsPolicies[number % AwsPolicies.Length]).ConfigureAwait(false);
            await builder.IamAsync(
                "AttachGroupPolicy", ("GroupName", group), ("PolicyArn", $"arn:aws:iam::{builder.AccountId}:policy/{Name("policy", number % Policies)}")).ConfigureAwait(false);
        }
    }

    private static async Task UsersAsync(ScenarioBuilder builder)
    {
        for (int number = 0; number < Users; number++)
        {
            string user = Name("user", number);
            await builder.IamAsync("CreateUser", ("UserName", user), ("Path", $"/{Name("team", number % 100)}/")).ConfigureAwait(false);
            for (int membership = 0; membership < GroupsPerUser; membership++)
            {
                await builder.IamAsync(
                    "AddUserToGroup", ("UserName", user), ("GroupName", Name("group", ((number * 7) + (membership * 101)) % Groups))).ConfigureAwait(false);
            }

            if (number % 10 == 0)
            {
                await builder.KeyAsync(user).ConfigureAwait(false);
            }
        }
    }

    private static async Task RolesAsync(ScenarioBuilder builder)
    {
        for (int number = 0; number < Roles; number++)
        {
            string role = Name("role", number);
            await builder.IamAsync("CreateRole", ("RoleName", role), ("AssumeRolePolicyDocument", Documents.TrustEc2)).ConfigureAwait(false);
            await builder.IamAsync(
                "AttachRolePolicy", ("RoleName", role), ("PolicyArn", $"arn:aws:iam::{builder.AccountId}:policy/{Name("policy", number % Policies)}")).ConfigureAwait(false);
            await builder.IamAsync(
                "PutRolePolicy", ("RoleName", role), ("PolicyName", "logs"), ("PolicyDocument", Documents.Allow("logs:PutLogEvents"))).ConfigureAwait(false);
        }
    }
}
