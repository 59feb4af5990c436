using System.Text.Json;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Reports;

namespace CloudEssentials.Tests.Accounts;

public sealed class AccountReportTests
{
    [Fact]
    public void The_page_needs_no_network_and_escapes_every_text()
    {
        string page = new AccountReport([Finding(FindingStatus.Fail, "user/<script>alert(1)</script>", "it is \"bad\" & <b>worse</b>")]).ToHtml();

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>worse", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)(src|href)\\s*=|url\\(|@import|https?:", page);
        Assert.Contains("prefers-color-scheme:dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_comes_first_and_the_gravest_before_the_others()
    {
        AccountReport report = new(
        [
            Finding(FindingStatus.Pass, "1", "fine"), Finding(FindingStatus.Unknown, "2", "unseen"), Finding(FindingStatus.Fail, "3", "low") with { Severity = SecuritySeverity.Low },
            Finding(FindingStatus.Warning, "4", "look"), Finding(FindingStatus.Fail, "5", "critical") with { Severity = SecuritySeverity.Critical },
        ]);

        Assert.Equal(["critical", "low", "look", "unseen", "fine"], report.Findings.Select(finding => finding.Reason));
    }

    [Fact]
    public void What_two_audits_say_alike_is_said_once()
    {
        SecurityFinding finding = Finding(FindingStatus.Fail, "1", "same");

        Assert.Single(new AccountReport([finding, finding with { CheckedAt = finding.CheckedAt.AddMinutes(1) }]).Findings);
    }

    [Fact]
    public void A_name_that_a_spreadsheet_would_take_for_a_formula_is_text_in_the_table()
    {
        string table = new AccountReport([Finding(FindingStatus.Fail, "=cmd|'/c calc'!A1", "says \"no\",\nand more")]).ToCsv();

        Assert.Contains("\"'=cmd|'/c calc'!A1\"", table, StringComparison.Ordinal);
        Assert.Contains("\"says \"\"no\"\",\nand more\"", table, StringComparison.Ordinal);
    }

    // The fields that the format requires: https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html.
    [Fact]
    public void Security_Hub_gets_the_fields_that_it_requires()
    {
        SecurityFinding[] findings = [Finding(FindingStatus.Fail, "user/anna", "bad"), Finding(FindingStatus.Unknown, "123456789012", "unseen") with { ResourceArn = "arn:aws:iam::123456789012:root" }];
        JsonElement[] written = [.. JsonDocument.Parse(new AccountReport(findings).ToAsff("eu-west-1")).RootElement.EnumerateArray()];

        Assert.Equal(2, written.Length);
        foreach (string field in new[] { "AwsAccountId", "CreatedAt", "Description", "GeneratorId", "Id", "ProductArn", "Resources", "SchemaVersion", "Severity", "Title", "Types", "UpdatedAt" })
            Assert.All(written, finding => Assert.True(finding.TryGetProperty(field, out _), field));
        Assert.Equal("arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default", written[0].GetProperty("ProductArn").GetString());
        Assert.Equal(["FAILED", "NOT_AVAILABLE"], written.Select(finding => finding.GetProperty("Compliance").GetProperty("Status").GetString()));
        Assert.Equal(["AwsIamUser", "AwsAccount"], written.Select(finding => finding.GetProperty("Resources")[0].GetProperty("Type").GetString()));
        Assert.Equal(2, written.Select(finding => finding.GetProperty("Id").GetString()).Distinct().Count());
    }

    internal static SecurityFinding Finding(FindingStatus status, string subject, string reason) => new()
    {
        Check = "SomeCheck",
        Status = status,
        Severity = SecuritySeverity.Medium,
        Subject = subject,
        ResourceArn = $"arn:aws:iam::123456789012:{subject}",
        Evidence = "seen",
        Reason = reason,
        Control = ["CIS-2.4", "IAM.4"],
        Title = "All is well.",
        AccountId = "123456789012",
        CheckedAt = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
        Source = "Sandbox",
    };
}
