using System.Diagnostics;
using System.Text;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Scenarios;

namespace CloudEssentials.Tests.Sandbox;

public sealed class ScenarioTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scenarios").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_fresh_account_has_its_root_user_who_signed_in_and_nothing_else()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Fresh);

        string[] report = await ReportAsync(account);

        Assert.Equal(new SandboxCounts(0, 0, 0, 0), account.Count());
        Assert.Equal(2, report.Length);
        Assert.StartsWith(DateTimeOffset.UtcNow.ToString("yyyy-MM-dd"), report[1].Split(',')[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_messy_account_shows_its_planted_credentials_in_the_report()
    {
        var now = new DateTimeOffset(2026, 5, 20, 10, 0, 0, TimeSpan.Zero);
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Messy, new SandboxOptions { Clock = new SandboxClock(now) });

        Dictionary<string, string[]> rows = (await ReportAsync(account)).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0]);

        string[] root = rows["<root_account>"];
        Assert.Equal(("2026-05-19T10:00:00+00:00", "true"), (root[4], root[7]));
        Assert.Equal(("false", "true", "2026-05-13T10:00:00+00:00"), (root[8], root[13], root[15]));
        Assert.Equal(("true", "false"), (rows["deploy-bot"][3], rows["deploy-bot"][7]));
        Assert.Equal("2025-12-31T10:00:00+00:00", rows["olga"][9]);
        Assert.Equal(("true", "true"), (rows["pavel"][8], rows["pavel"][13]));
        Assert.Equal("2025-11-01T10:00:00+00:00", rows["quentin"][4]);
        Assert.Equal((rows["rosa"][2], "N/A"), (rows["rosa"][9], rows["rosa"][10]));
        Assert.Equal(["deploy-bot"], rows.Values.Where(row => row[3] == "true" && row[7] == "false").Select(row => row[0]));
    }

    [Fact]
    public async Task Every_planted_sin_is_of_something_that_is_there()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Messy);
        using var root = new WireClient(account);
        string picture = (await root.Iam("GetAccountAuthorizationDetails", ("MaxItems", "1000"))).Body;
        string certificates = (await root.Iam("ListServerCertificates")).Body;
        string instances = (await root.Ec2("DescribeInstances")).Body;

        Assert.Equal(25, MessyAccount.Sins.Count);
        foreach (PlantedSin sin in MessyAccount.Sins.Where(sin => sin.Entity is not ("root" or "account")))
        {
            Assert.True($"{picture}{certificates}{instances}".Contains($">{sin.Entity}<", StringComparison.Ordinal), $"{sin.Name} of {sin.Entity}");
        }

        Assert.Equal("NoSuchEntity", (await root.Iam("GetAccountPasswordPolicy")).Code);
        Assert.Contains("iam%3A%20GetUser", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("iamInstanceProfile", instances, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_small_company_has_a_hardware_key_for_root_and_everybody_in_a_group_with_MFA()
    {
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.SmallCompany);
        using var root = new WireClient(account);

        string[] report = await ReportAsync(account);
        WireAnswer devices = await root.Iam("ListMFADevices");

        Assert.DoesNotContain(report.Skip(1), line => line.Split(',') is var row && row[3] == "true" && row[7] == "false");
        Assert.Contains("GAHT12345678", devices.All("SerialNumber"));
        Assert.Contains(devices.All("SerialNumber"), serial => serial.Contains(":u2f/root-account/", StringComparison.Ordinal));
        Assert.Equal("14", (await root.Iam("GetAccountPasswordPolicy")).Text("MinimumPasswordLength"));
    }

    [Fact]
    public async Task An_account_in_a_file_is_the_same_when_it_is_opened_again()
    {
        string path = Path.Combine(folder, "messy.json");
        using (SandboxAccount made = await SandboxScenarios.CreateAsync(path, SandboxScenario.Messy))
        {
            Assert.Equal(11, made.Count().Users);
        }

        using SandboxAccount opened = SandboxAccount.Open(path);
        using var root = new WireClient(opened);

        Assert.Equal(11, (await root.Iam("ListUsers")).All("UserName").Count);
        Assert.Equal(200, (await root.Iam("CreateUser", ("UserName", "new"))).Status);
    }

    [Fact]
    public async Task The_enterprise_is_made_in_seconds_and_its_whole_picture_is_read_within_two()
    {
        var watch = Stopwatch.StartNew();
        using SandboxAccount account = await SandboxScenarios.CreateAsync(SandboxScenario.Enterprise);
        TimeSpan making = watch.Elapsed;
        watch.Restart();
        using var iam = new AmazonIdentityManagementServiceClient(
            new BasicAWSCredentials(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey),
            new AmazonIdentityManagementServiceConfig { RegionEndpoint = Amazon.RegionEndpoint.USEast1, HttpClientFactory = new Factory(account) });
        int users = 0;
        GetAccountAuthorizationDetailsResponse? page = null;
        do
        {
            page = await iam.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest { MaxItems = 1000, Marker = page?.Marker });
            users += page.UserDetailList?.Count ?? 0;
        }
        while (page.IsTruncated == true);

        Assert.Equal(new SandboxCounts(3000, 300, 500, 200), account.Count());
        Assert.Equal(3000, users);
        // Generous, for a machine that builds at the same time; the benchmarks hold the figures.
        Assert.True(making < TimeSpan.FromSeconds(40) && watch.Elapsed < TimeSpan.FromSeconds(15), $"made in {making}, read in {watch.Elapsed}");
    }

    private static async Task<string[]> ReportAsync(SandboxAccount account)
    {
        using var root = new WireClient(account);
        await root.Iam("GenerateCredentialReport");
        WireAnswer report = await root.Iam("GetCredentialReport");
        return Encoding.UTF8.GetString(Convert.FromBase64String(report.Text("Content")!)).Split('\n');
    }

    private sealed class Factory(SandboxAccount account) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SandboxHandler(account));
    }
}
