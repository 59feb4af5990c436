using Amazon.IdentityManagement;
using Amazon.Runtime;
using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Tests.Clients;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

/// <summary>The audits against an emulator that others wrote, with the credential report that it makes.</summary>
public sealed class AccountAuditOfMotoTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private const string TrustAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}""";

    [SkippableFact]
    public async Task The_baseline_finds_what_is_wrong_in_the_emulators_account()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        using AmazonIdentityManagementServiceClient iam = new(
            new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "secret"),
            new AmazonIdentityManagementServiceConfig { ServiceURL = moto.Url, AuthenticationRegion = "us-east-1" });
        await iam.CreateUserAsync(new() { UserName = "anna" });
        await iam.CreateLoginProfileAsync(new() { UserName = "anna", Password = "Blue-Horse-7-Lamp" });
        await iam.PutUserPolicyAsync(new() { UserName = "anna", PolicyName = "all", PolicyDocument = Everything });
        await iam.CreateUserAsync(new() { UserName = "robot" });
        await iam.CreateAccessKeyAsync(new Amazon.IdentityManagement.Model.CreateAccessKeyRequest { UserName = "robot" });
        await iam.CreateAccessKeyAsync(new Amazon.IdentityManagement.Model.CreateAccessKeyRequest { UserName = "robot" });
        await iam.CreateGroupAsync(new() { GroupName = "nobody" });
        await iam.CreateRoleAsync(new() { RoleName = "open", AssumeRolePolicyDocument = TrustAll });

        List<CredentialReportRow> rows = await new TestHost().RunAsync(new GetCredentialReport(), new GetCredentialReportRequest { EndpointUrl = moto.Url, AccessKey = "AKIAIOSFODNN7EXAMPLE", SecretKey = "secret" });
        List<SecurityFinding> findings = await new TestHost().RunAsync(new TestAccountBaseline(), new TestAccountBaselineRequest { EndpointUrl = moto.Url, AccessKey = "AKIAIOSFODNN7EXAMPLE", SecretKey = "secret" });
        List<SecurityFinding> root = await new TestHost().RunAsync(new TestRootUserSecurity(), new TestRootUserSecurityRequest { EndpointUrl = moto.Url, AccessKey = "AKIAIOSFODNN7EXAMPLE", SecretKey = "secret" });

        Assert.Equal(2, rows.Single(row => row.UserName == "robot").AccessKeys.Count);
        string[] expected = ["EmptyGroup group/nobody", "FullAccess user/anna", "TrustAnyone role/open", "TwoActiveKeys user/robot", "UserMfa user/anna", "UserPolicy user/anna"];
        Assert.Equal(expected, findings.Where(finding => finding.Status == FindingStatus.Fail && finding.Subject != finding.AccountId).Select(finding => $"{finding.Check} {finding.Subject}").Order(StringComparer.Ordinal));

        // The emulator's report has no row of the root user: what the summary tells is checked, the rest is unknown and says why.
        Assert.DoesNotContain(rows, row => row.UserName == "<root_account>");
        Assert.Equal(
            ["RootAccessKey Pass", "RootHardwareMfa Fail", "RootMfa Fail", "RootSigningCertificate Pass", "SecurityContact Fail"],
            root.Where(finding => finding.Status != FindingStatus.Unknown).Select(finding => $"{finding.Check} {finding.Status}").Order(StringComparer.Ordinal));
        Assert.Contains("no row of the root user", Assert.Single(root, finding => finding.Check == "RootPasswordUse").Reason, StringComparison.Ordinal);
        Assert.Contains("no row of the root user", Assert.Single(root, finding => finding.Check == "RootKeyUse").Reason, StringComparison.Ordinal);
        Assert.All(root.Where(finding => finding.Status == FindingStatus.Unknown), finding => Assert.NotEmpty(finding.Reason));
        Assert.All(findings.Concat(root), finding => Assert.Equal(moto.Url, finding.Source));
        Assert.DoesNotContain(findings.Concat(root), finding => finding.Reason.Contains('<', StringComparison.Ordinal) && finding.Reason.Length > 400);
    }
}
