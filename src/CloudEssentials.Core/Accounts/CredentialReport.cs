namespace CloudEssentials.Accounts;

/// <summary>A credential report: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html.</summary>
public sealed class CredentialReport
{
    internal CredentialReport(IReadOnlyList<CredentialReportRow> rows, IReadOnlySet<string> columns, DateTimeOffset? generatedTime)
    {
        Rows = rows;
        Columns = columns;
        GeneratedTime = generatedTime;
        Root = rows.FirstOrDefault(row => row.IsRoot);
        Users = [.. rows.Where(row => !row.IsRoot)];
    }

    /// <summary>The root user and the users, in the report's order.</summary>
    public IReadOnlyList<CredentialReportRow> Rows { get; }

    /// <summary>The users without the root user.</summary>
    public IReadOnlyList<CredentialReportRow> Users { get; }

    /// <summary>The root user; null in a report that lacks it.</summary>
    public CredentialReportRow? Root { get; }

    /// <summary>The columns that the report has.</summary>
    public IReadOnlySet<string> Columns { get; }

    /// <summary>When it was made, UTC; AWS makes one at most every four hours.</summary>
    public DateTimeOffset? GeneratedTime { get; }

    /// <summary>The account, 12 digits; empty where no row tells it.</summary>
    public string AccountId => Rows.Count > 0 ? Rows[0].AccountId : "";

    /// <summary>Reads a report.</summary>
    /// <param name="text">The CSV.</param>
    /// <param name="source">Who told it.</param>
    /// <param name="generatedTime">When it was made.</param>
    /// <exception cref="CloudException"><c>CredentialReportInvalid</c>: the text is no such report, or breaks off.</exception>
    public static CredentialReport Parse(string text, string source = "", DateTimeOffset? generatedTime = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CredentialReportReader(source, generatedTime).Read(text);
    }
}
