using System.Collections;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Policies.Validation;

public sealed class PolicyDocumentCommandTests : IDisposable
{
    private const string Clean = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}""";
    private const string Spaced = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam: GetUser","Resource":"*"}}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("policies").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Quiet_gives_true_for_a_clean_policy_and_false_for_another()
    {
        Assert.Equal([true], await Test(new() { PolicyDocument = Clean, Quiet = true }));
        Assert.Equal([false], await Test(new() { PolicyDocument = Spaced, Quiet = true }));
        Assert.Empty(await Test(new() { PolicyDocument = Clean }));
    }

    [Fact]
    public async Task Findings_below_the_wanted_severity_are_left_out()
    {
        Hashtable policy = new() { ["Statement"] = new Hashtable { ["Effect"] = "Allow", ["Action"] = "s3:getobject", ["Resource"] = "arn:aws:s3:::b/*" } };
        Assert.Equal(["MISSING_VERSION", "ACTION_CASE"], (await Test(new() { PolicyDocument = policy })).Cast<PolicyFinding>().Select(finding => finding.Code));
        Assert.Equal([true], await Test(new() { PolicyDocument = policy, MinimumSeverity = FindingSeverity.Error, Quiet = true }));
    }

    [Fact]
    public async Task Files_are_checked_each_on_its_own_and_carry_their_path()
    {
        File.WriteAllText(Path.Combine(_folder, "a.json"), Clean);
        File.WriteAllText(Path.Combine(_folder, "b.json"), Spaced);
        File.WriteAllText(Path.Combine(_folder, "c.json"), "{,}");
        TestHost host = new() { CurrentFolder = _folder };

        var findings = (await host.RunAsync(new TestPolicyDocument(), new() { Path = ["*.json", "missing.json"] })).Cast<PolicyFinding>().ToList();

        Assert.Equal(["ACTION_WITH_SPACE", "JSON_SYNTAX_ERROR"], findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.Code));
        Assert.Equal(["b.json", "c.json"], findings.Select(finding => Path.GetFileName(finding.Path)).Distinct());
        Assert.Equal("PolicyFileUnreadable", Assert.Single(host.Errors).ErrorId);
    }

    [Fact]
    public async Task Text_that_is_no_policy_is_a_finding_and_what_holds_no_policy_is_an_error()
    {
        Assert.Equal("JSON_SYNTAX_ERROR", Assert.IsType<PolicyFinding>(Assert.Single(await Test(new() { PolicyDocument = "{" }))).Code);
        var error = await Assert.ThrowsAsync<CloudException>(() => Test(new() { PolicyDocument = 5 }));
        Assert.Equal("PolicyDocumentExpected", error.ErrorId);
    }

    [Fact]
    public async Task A_resource_type_of_another_form_is_refused() =>
        Assert.Equal("ResourceTypeInvalid", (await Assert.ThrowsAsync<CloudException>(() => Test(new() { PolicyDocument = Clean, ResourceType = "bucket" }))).ErrorId);

    [Fact]
    public async Task The_kind_is_told_from_the_document_where_it_is_not_given()
    {
        const string trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""";
        Assert.Equal([true], await Test(new() { PolicyDocument = trust, Quiet = true }));
        Assert.Contains("UNSUPPORTED_PRINCIPAL", (await Test(new() { PolicyDocument = trust, PolicyType = PolicyType.Identity })).Cast<PolicyFinding>().Select(finding => finding.Code));
    }

    [Fact]
    public async Task Repair_gives_the_mended_document_and_reports_what_it_did()
    {
        var repair = Assert.Single(await new TestHost().RunAsync(new RepairPolicyDocument(), new() { PolicyDocument = Spaced.Replace("}}", "},}", StringComparison.Ordinal) }));
        Assert.Equal(["JSON_SYNTAX_ERROR", "ACTION_WITH_SPACE"], repair.Repaired.Select(finding => finding.Code));
        Assert.Equal("iam:GetUser", repair.PolicyDocument.Statements[0].Action![0]);
    }

    [Fact]
    public async Task Repair_writes_files_only_when_told_to_and_asks_first()
    {
        var path = Path.Combine(_folder, "a.json");
        File.WriteAllText(path, Spaced);
        TestHost whatIf = new() { CurrentFolder = _folder, ShouldProcess = (_, _) => false };

        await new TestHost { CurrentFolder = _folder }.RunAsync(new RepairPolicyDocument(), new() { Path = ["a.json"] });
        await whatIf.RunAsync(new RepairPolicyDocument(), new() { Path = ["a.json"], InPlace = true });
        Assert.Equal(Spaced, File.ReadAllText(path));
        Assert.Single(whatIf.Asked);

        await new TestHost { CurrentFolder = _folder }.RunAsync(new RepairPolicyDocument(), new() { Path = ["a.json"], InPlace = true });
        Assert.Equal(Spaced.Replace("iam: ", "iam:", StringComparison.Ordinal), File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    private static Task<List<object>> Test(TestPolicyDocumentRequest request) => new TestHost().RunAsync(new TestPolicyDocument(), request);
}
