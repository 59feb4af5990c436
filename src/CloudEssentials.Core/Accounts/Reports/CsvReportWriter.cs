using System.Globalization;
using System.Text;

namespace CloudEssentials.Accounts.Reports;

/// <summary>Writes findings as CSV (RFC 4180).</summary>
internal static class CsvReportWriter
{
    internal static string Write(AccountReport report)
    {
        StringBuilder text = new();
        text.Append("Status,Severity,Check,Subject,Reason,Evidence,Remedy,Control,AccountId,ResourceArn,CheckedAt,Source\r\n");
        foreach (SecurityFinding finding in report.Findings)
        {
            string[] fields =
            [
                finding.Status.ToString(), finding.Severity.ToString(), finding.Check, finding.Subject, finding.Reason, finding.Evidence, finding.Remedy, string.Join(' ', finding.Control),
                finding.AccountId, finding.ResourceArn, finding.CheckedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), finding.Source,
            ];
            text.AppendJoin(',', fields.Select(Quote)).Append("\r\n");
        }

        return text.ToString();
    }

    // A spreadsheet takes what begins with one of these for a formula, and names of users and policies may.
    private static string Quote(string field) =>
        $"\"{(field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" : "")}{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
