using System.Runtime.CompilerServices;
using CloudEssentials.Accounts.Reports;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Writes findings into a page, a table, or Security Hub's format.</summary>
[Operation("Export", "AccountReport", Impact = ChangeImpact.Low)]
public sealed class ExportAccountReport : IOperation<ExportAccountReportRequest, AccountReportFile>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AccountReportFile> RunAsync(
        ExportAccountReportRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(request.Path, host.CurrentFolder);
        AccountReport report = new(request.InputObject);
        string text = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" or ".htm" => report.ToHtml(),
            ".csv" => report.ToCsv(),
            ".json" => report.ToAsff(request.Region),
            { } other => throw new CloudException("ReportKindUnknown", $"-Path {request.Path}: a report is .html, .csv or .json, and not '{other}'.", CloudErrorCategory.InvalidArgument, request.Path),
        };
        if (!await host.ShouldProcessAsync(path, "Write the report").ConfigureAwait(false))
            yield break;
        await WholeFile.WriteAsync(path, text, cancellationToken).ConfigureAwait(false);
        yield return new(path, report.Findings.Count, report.Findings.Count(finding => finding.IsProblem()));
    }
}
