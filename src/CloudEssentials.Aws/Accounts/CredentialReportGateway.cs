using System.Text;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.Regions;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Has IAM make a credential report, and reads it.</summary>
/// <param name="connection">The account.</param>
public sealed class CredentialReportGateway(AwsConnection connection)
{
    private static readonly TimeSpan _most = TimeSpan.FromMinutes(3);

    private readonly AmazonIdentityManagementServiceClient _client = connection.Iam();

    /// <summary>Gives the report: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateCredentialReport.html.</summary>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CloudException">AWS's refusals; <c>CredentialReportInvalid</c>, <c>CredentialReportLate</c>.</exception>
    public async Task<CredentialReport> ReadAsync(CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken).ConfigureAwait(false);
        GetCredentialReportResponse answer = await Patience.CallAsync(() => _client.GetCredentialReportAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false);
        DateTimeOffset? made = answer.GeneratedTime is { } time ? new DateTimeOffset(time.ToUniversalTime(), TimeSpan.Zero) : null;
        return CredentialReport.Parse(Encoding.UTF8.GetString(answer.Content.ToArray()), new RegionGateway(connection).Source, made);
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        DateTime end = DateTime.UtcNow + _most;
        for (int wait = 100; ; wait = Math.Min(wait * 2, 3000))
        {
            GenerateCredentialReportResponse state = await Patience.CallAsync(() => _client.GenerateCredentialReportAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false);
            if (state.State == ReportStateType.COMPLETE)
                return;
            if (DateTime.UtcNow > end)
                throw new CloudException("CredentialReportLate", $"IAM did not finish the credential report within {_most.TotalMinutes:0} minutes.", CloudErrorCategory.OperationTimeout, remedy: "Try again in a few minutes.");
            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
        }
    }
}
