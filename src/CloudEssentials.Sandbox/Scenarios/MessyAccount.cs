using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>
/// An account with the faults that audits find, each planted by the calls that would have made it, and otherwise in order: everybody else
/// has MFA, uses what they have, and gets permissions through groups.
/// </summary>
public static class MessyAccount
{
    /// <summary>Every fault that was planted.</summary>
    public static IReadOnlyList<PlantedSin> Sins { get; } =
    [
        new("RootActiveKey", "root", "The root user has an active access key, used last week."),
        new("RootInactiveKey", "root", "The root user has an inactive access key."),
        new("RootSignIn", "root", "The root user signed in yesterday."),
        new("RootVirtualMfaOnly", "root", "The root user's only MFA device is a virtual one."),
        new("NoPasswordPolicy", "account", "The account has no password policy."),
        new("ConsoleWithoutMfa", "deploy-bot", "A user has a console password and no MFA."),
        new("OldKey", "olga", "A user's active key is older than 90 days."),
        new("OldKey", "pavel", "A user's active key is older than 90 days."),
        new("TwoActiveKeys", "pavel", "A user has two active keys."),
        new("UnusedUser", "quentin", "A user has used nothing for 200 days."),
        new("KeyMadeWithUser", "rosa", "A user's first key was made with the user and never used."),
        new("AdministratorAttached", "sven", "AdministratorAccess is attached to a user directly."),
        new("InlineFullAccess", "operators", "A group has an inline policy that allows everything."),
        new("PassRoleWithRunInstances", "launch-anything", "A policy allows iam:PassRole on every role beside ec2:RunInstances."),
        new("CreatePolicyVersion", "policy-keeper", "A policy allows iam:CreatePolicyVersion."),
        new("TrustEveryone", "open-door", "A role trusts everyone."),
        new("TrustWithoutExternalId", "partner-access", "A role trusts another account without an external id."),
        new("GitHubWithoutSub", "github-deploy", "A role trusts all of GitHub: its trust policy has no condition on sub."),
        new("ExpiredCertificate", "www-2025", "A server certificate has expired."),
        new("EmptyGroup", "former-team", "A group has no members."),
        new("UnattachedPolicy", "left-over", "A policy is attached to nobody."),
        new("MisspelledAction", "helpdesk-tasks", "A policy has an action with a blank in it: 'iam: GetUser'."),
        new("UserOnInstance", "report-job", "A program on an EC2 instance uses a user's key where a role would do."),
        new("NoSupportRole", "account", "Nobody has AWSSupportAccess."),
        new("NoFederation", "account", "People sign in as IAM users: there is no federation and no IAM Identity Center."),
    ];

    internal static void Plan(ScenarioBuilder builder)
    {
        builder.At(395, () => builder.WatchAsync());
        PlanRoot(builder);
        PlanGroups(builder);
        PlanUsers(builder);
        PlanRoles(builder);
        builder.At(100, () => CertificateAsync(builder));
        builder.At(80, () => builder.PolicyAsync("left-over", Documents.Allow("s3:GetObject", "arn:aws:s3:::old-reports/*")));
    }

    private static void PlanRoot(ScenarioBuilder builder)
    {
        ScenarioKeys? active = null;
        builder.At(399, async () =>
        {
            (string serial, string _) = await builder.VirtualDeviceAsync("root-account-mfa-device").ConfigureAwait(false);
            await builder.Account.Console.RegisterRootDeviceAsync(serial).ConfigureAwait(false);
        });
        builder.At(380, async () =>
        {
            ScenarioKeys old = await builder.KeyAsync(null).ConfigureAwait(false);
            await builder.IamAsync("UpdateAccessKey", ("AccessKeyId", old.Id), ("Status", "Inactive")).ConfigureAwait(false);
        });
        builder.At(300, async () => active = await builder.KeyAsync(null).ConfigureAwait(false));
        builder.At(7, () => builder.FormAsync(active!, "ec2", "us-east-1", "ec2.us-east-1.amazonaws.com", "DescribeRegions"));
        builder.At(1, () => builder.Account.Console.SignInAsync(null));
    }

    private static void PlanGroups(ScenarioBuilder builder) => builder.At(250, async () =>
    {
        await builder.GroupAsync("readers", "AmazonEC2ReadOnlyAccess").ConfigureAwait(false);
        await builder.GroupAsync("operators").ConfigureAwait(false);
        await builder.IamAsync("PutGroupPolicy", ("GroupName", "operators"), ("PolicyName", "everything"), ("PolicyDocument", Documents.Allow("*"))).ConfigureAwait(false);
        await GroupWithPolicyAsync(builder, "builders", "launch-anything", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ec2:RunInstances","iam:PassRole"],"Resource":"*"}]}""").ConfigureAwait(false);
        await GroupWithPolicyAsync(builder, "policy-team", "policy-keeper", Documents.Allow("iam:CreatePolicyVersion")).ConfigureAwait(false);
        await GroupWithPolicyAsync(builder, "helpdesk", "helpdesk-tasks", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam: GetUser","iam:ListUsers"],"Resource":"*"}]}""").ConfigureAwait(false);
        await builder.GroupAsync("former-team", "AmazonEC2ReadOnlyAccess").ConfigureAwait(false);
    });

    private static async Task GroupWithPolicyAsync(ScenarioBuilder builder, string group, string policy, string document)
    {
        await builder.GroupAsync(group).ConfigureAwait(false);
        string arn = await builder.PolicyAsync(policy, document).ConfigureAwait(false);
        await builder.IamAsync("AttachGroupPolicy", ("GroupName", group), ("PolicyArn", arn)).ConfigureAwait(false);
    }

    private static void PlanUsers(ScenarioBuilder builder)
    {
        PlanPerson(builder, "deploy-bot", 60, "readers", withMfa: false);
        PlanPerson(builder, "otto", 70, "operators");
        PlanPerson(builder, "bruna", 70, "builders");
        PlanPerson(builder, "petra", 70, "policy-team");
        PlanPerson(builder, "hanna", 70, "helpdesk");
        PlanPerson(builder, "sven", 70, null);
        builder.At(69, () => builder.IamAsync("AttachUserPolicy", ("UserName", "sven"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess")));
        PlanProgram(builder, "olga", "readers", 140);
        PlanProgram(builder, "pavel", "readers", 100, 30);
        PlanProgram(builder, "report-job", "readers", 50);
        builder.At(50, () => builder.InstanceAsync("report-job"));
        builder.At(230, async () =>
        {
            await builder.UserAsync("quentin", withKey: false, "readers").ConfigureAwait(false);
            await builder.ConsoleAsync("quentin").ConfigureAwait(false);
        });
        builder.At(200, () => builder.Account.Console.SignInAsync("quentin"));
        builder.At(20, async () =>
        {
            await builder.UserAsync("rosa", withKey: true, "readers").ConfigureAwait(false);
            await builder.ConsoleAsync("rosa").ConfigureAwait(false);
        });
        builder.At(1, () => builder.Account.Console.SignInAsync("rosa"));
    }

    // Someone who signs in with a password, and did so yesterday.
    private static void PlanPerson(ScenarioBuilder builder, string name, int daysAgo, string? group, bool withMfa = true)
    {
        builder.At(daysAgo, async () =>
        {
            await builder.UserAsync(name, withKey: false, group is null ? [] : [group]).ConfigureAwait(false);
            await builder.ConsoleAsync(name, withMfa).ConfigureAwait(false);
        });
        builder.At(1, () => builder.Account.Console.SignInAsync(name));
    }

    // A program with keys of those ages, all of them in use.
    private static void PlanProgram(ScenarioBuilder builder, string name, string group, params int[] keyAges)
    {
        builder.At(keyAges.Max() + 1, () => builder.UserAsync(name, withKey: false, group));
        foreach (int age in keyAges)
        {
            ScenarioKeys? keys = null;
            builder.At(age, async () => keys = await builder.KeyAsync(name).ConfigureAwait(false));
            builder.At(1, () => builder.FormAsync(keys!, "ec2", "us-east-1", "ec2.us-east-1.amazonaws.com", "DescribeRegions"));
        }
    }

    private static void PlanRoles(ScenarioBuilder builder) => builder.At(90, async () =>
    {
        await RoleAsync(builder, "open-door", Documents.Trust("\"*\"")).ConfigureAwait(false);
        await RoleAsync(builder, "partner-access", Documents.Trust("""{"AWS":"arn:aws:iam::999988887777:root"}""")).ConfigureAwait(false);
        await builder.IamAsync(
            "CreateOpenIDConnectProvider", ("Url", "https://token.actions.githubusercontent.com"), ("ClientIDList.member.1", "sts.amazonaws.com")).ConfigureAwait(false);
        await RoleAsync(builder, "github-deploy", Documents.TrustGitHub(
            builder.AccountId, """{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}""")).ConfigureAwait(false);
    });

    private static async Task RoleAsync(ScenarioBuilder builder, string name, string trust)
    {
        await builder.IamAsync("CreateRole", ("RoleName", name), ("AssumeRolePolicyDocument", trust)).ConfigureAwait(false);
        await builder.IamAsync("AttachRolePolicy", ("RoleName", name), ("PolicyArn", "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess")).ConfigureAwait(false);
    }

    private static Task<ScenarioAnswer> CertificateAsync(ScenarioBuilder builder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = builder.Account.State.Now;
        using X509Certificate2 certificate = new CertificateRequest("CN=www.example.com", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddDays(60));
        return builder.IamAsync(
            "UploadServerCertificate",
            ("ServerCertificateName", "www-2025"),
            ("CertificateBody", certificate.ExportCertificatePem()),
            ("PrivateKey", key.ExportPkcs8PrivateKeyPem()));
    }
}
