namespace CloudEssentials.Accounts.Reports;

/// <summary>Findings of one or more accounts, to be written as a page, a table or for Security Hub.</summary>
public sealed class AccountReport
{
    /// <summary>Takes findings.</summary>
    /// <param name="findings">The findings, in any order.</param>
    public AccountReport(IEnumerable<SecurityFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        // Both audits look at the root user: what they say alike is said once.
        Findings = [.. findings.DistinctBy(finding => (finding.AccountId, finding.Check, finding.Status, finding.Subject, finding.Evidence)).OrderBy(finding => Rank(finding.Status)).ThenByDescending(finding => finding.Severity).ThenBy(finding => finding.AccountId, StringComparer.Ordinal)];
        Pictures = [.. Findings.Select(finding => finding.GetPicture()).OfType<AccountPicture>().DistinctBy(picture => picture.AccountId)];
        Accounts = [.. Findings.Select(finding => finding.AccountId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The findings: what failed first, the gravest before the others.</summary>
    public IReadOnlyList<SecurityFinding> Findings { get; }

    /// <summary>The accounts that can be drawn.</summary>
    public IReadOnlyList<AccountPicture> Pictures { get; }

    /// <summary>The accounts, 12 digits each.</summary>
    public IReadOnlyList<string> Accounts { get; }

    /// <summary>The report as one HTML page that needs nothing else.</summary>
    public string ToHtml() => new HtmlReportWriter(this).Write();

    /// <summary>The report as a table.</summary>
    public string ToCsv() => CsvReportWriter.Write(this);

    /// <summary>The report in Security Hub's format: https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html.</summary>
    /// <param name="region">The Region that the findings are for.</param>
    public string ToAsff(string region) => new AsffReportWriter(this, region).Write();

    private static int Rank(FindingStatus status) => status switch
    {
        FindingStatus.Fail => 0,
        FindingStatus.Warning => 1,
        FindingStatus.Unknown => 2,
        _ => 3,
    };
}
