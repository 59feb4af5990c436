using System.Runtime.CompilerServices;
using System.Text;
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
        await WriteAsync(path, text, cancellationToken).ConfigureAwait(false);
        yield return new(path, report.Findings.Count, report.Findings.Count(finding => finding.IsProblem()));
    }

    // A page that is half there would tell half the truth: it comes into its place whole.
    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        string part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await File.WriteAllTextAsync(part, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CloudErrors.From(exception);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
