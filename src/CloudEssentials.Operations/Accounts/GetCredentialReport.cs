using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Gives the credentials of each user of an account, and of its root user.</summary>
[Operation("Get", "CredentialReport")]
public sealed class GetCredentialReport : IOperation<GetCredentialReportRequest, CredentialReportRow>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<CredentialReportRow> RunAsync(
        GetCredentialReportRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Path is { Length: > 0 } paths)
        {
            foreach (string file in paths.SelectMany(host.ResolvePath))
            {
                foreach (CredentialReportRow row in (await ReadAsync(file, cancellationToken).ConfigureAwait(false)).Rows)
                    yield return row;
            }

            yield break;
        }

        CredentialReportGateway gateway = new(await host.ConnectAsync(request, cancellationToken).ConfigureAwait(false));
        CredentialReport report = await gateway.ReadAsync(cancellationToken).ConfigureAwait(false);
        host.WriteVerbose($"The report was made {report.GeneratedTime:u}; IAM makes one at most every four hours.");
        foreach (CredentialReportRow row in report.Rows)
            yield return row;
    }

    /// <summary>Reads a saved report.</summary>
    internal static async Task<CredentialReport> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return CredentialReport.Parse(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false), file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CloudErrors.From(exception);
        }
    }
}
