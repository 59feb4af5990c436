using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudEssentials.Accounts.Reports;

/// <summary>Writes findings as BatchImportFindings takes them: https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html.</summary>
internal sealed class AsffReportWriter(AccountReport report, string region)
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal string Write()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, _options))
        {
            json.WriteStartArray();
            foreach (SecurityFinding finding in report.Findings)
                Write(json, finding);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Write(Utf8JsonWriter json, SecurityFinding finding)
    {
        string partition = finding.ResourceArn.Split(':') is ["arn", { Length: > 0 } named, ..] ? named : "aws";
        string time = finding.CheckedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("SchemaVersion", "2018-10-08");
        json.WriteString("Id", IdOf(finding));
        json.WriteString("ProductArn", $"arn:{partition}:securityhub:{region}:{finding.AccountId}:product/{finding.AccountId}/default");
        json.WriteString("GeneratorId", $"cloud-essentials/{finding.Check}");
        json.WriteString("AwsAccountId", finding.AccountId);
        json.WriteStartArray("Types");
        json.WriteStringValue("Software and Configuration Checks/Industry and Regulatory Standards/CIS AWS Foundations Benchmark");
        json.WriteEndArray();
        json.WriteString("CreatedAt", time);
        json.WriteString("UpdatedAt", time);
        json.WriteStartObject("Severity");
        json.WriteString("Label", finding.Status == FindingStatus.Pass ? "INFORMATIONAL" : finding.Severity.ToString().ToUpperInvariant());
        json.WriteString("Original", finding.Severity.ToString());
        json.WriteEndObject();
        json.WriteString("Title", Cut(finding.Title.Length == 0 ? finding.Check : finding.Title, 256));
        json.WriteString("Description", Cut($"{finding.Reason} {finding.Evidence}".Trim(), 1024));
        if (finding.Remedy.Length > 0)
            WriteRemedy(json, finding);
        WriteResource(json, finding, partition);
        WriteCompliance(json, finding);
        json.WriteString("RecordState", "ACTIVE");
        json.WriteEndObject();
    }

    private static void WriteRemedy(Utf8JsonWriter json, SecurityFinding finding)
    {
        json.WriteStartObject("Remediation");
        json.WriteStartObject("Recommendation");
        json.WriteString("Text", Cut(finding.Remedy, 512));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResource(Utf8JsonWriter json, SecurityFinding finding, string partition)
    {
        bool isAccount = finding.ResourceArn.Length == 0 || finding.ResourceArn.EndsWith(":root", StringComparison.Ordinal);
        json.WriteStartArray("Resources");
        json.WriteStartObject();
        json.WriteString("Type", isAccount ? "AwsAccount" : TypeOf(finding.Subject));
        json.WriteString("Id", isAccount ? $"AWS::::Account:{finding.AccountId}" : finding.ResourceArn);
        json.WriteString("Partition", partition);
        json.WriteString("Region", region);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteCompliance(Utf8JsonWriter json, SecurityFinding finding)
    {
        json.WriteStartObject("Compliance");
        json.WriteString("Status", finding.Status switch
        {
            FindingStatus.Pass => "PASSED",
            FindingStatus.Fail => "FAILED",
            FindingStatus.Warning => "WARNING",
            _ => "NOT_AVAILABLE",
        });
        if (finding.Control.Count > 0)
        {
            json.WriteStartArray("RelatedRequirements");
            foreach (string control in finding.Control)
                json.WriteStringValue(control.StartsWith("CIS-", StringComparison.Ordinal) ? $"CIS AWS Foundations Benchmark v7.0.0/{control[4..]}" : control);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // The same problem of the same subject keeps its id, so that Security Hub renews its finding instead of making another.
    private static string IdOf(SecurityFinding finding)
    {
        string subject = finding.Status == FindingStatus.Pass ? finding.ResourceArn : $"{finding.ResourceArn}\n{finding.Evidence}";
        return $"cloud-essentials/{finding.AccountId}/{finding.Check}/{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))[..16].ToLowerInvariant()}";
    }

    private static string TypeOf(string subject) => subject.Split('/')[0] switch
    {
        "user" => "AwsIamUser",
        "group" => "AwsIamGroup",
        "role" => "AwsIamRole",
        "policy" => "AwsIamPolicy",
        "instance" => "AwsEc2Instance",
        _ => "Other",
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 3)] + "...";
}
