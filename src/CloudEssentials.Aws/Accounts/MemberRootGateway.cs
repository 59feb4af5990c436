using System.Globalization;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Accounts;

/// <summary>
/// Works as the root user of member accounts, by <c>sts:AssumeRoot</c> from the management account or a delegated administrator:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html.
/// </summary>
/// <param name="connection">The management account or the delegated administrator.</param>
public sealed class MemberRootGateway(AwsConnection connection)
{
    // 'The maximum duration is 900 seconds': API_AssumeRoot.html.
    private const int Seconds = 900;

    /// <summary>The active accounts of the organization but one.</summary>
    /// <param name="except">The account that is left out: the management account.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public Task<IReadOnlyList<string>> ListMembersAsync(string except, CancellationToken cancellationToken) => Patience.CallAsync<IReadOnlyList<string>>(
        async () =>
        {
            List<string> accounts = [];
            await foreach (Account account in connection.Organizations().Paginators.ListAccounts(new()).Accounts.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (account.Id != except && account.Status?.Value is null or "ACTIVE")
                    accounts.Add(account.Id);
            }

            return accounts;
        },
        cancellationToken);

    /// <summary>Looks at the root user of a member account.</summary>
    /// <param name="accountId">The account, 12 digits.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CloudException">AWS's refusals.</exception>
    public async Task<MemberRootFact> AuditAsync(string accountId, CancellationToken cancellationToken)
    {
        AmazonIdentityManagementServiceClient iam = await SessionAsync(accountId, "IAMAuditRootUserCredentials", cancellationToken).ConfigureAwait(false);
        Dictionary<string, int> summary = (await Patience.CallAsync(() => iam.GetAccountSummaryAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).SummaryMap ?? [];
        return new(
            summary.TryGetValue("AccountPasswordPresent", out int password) ? password != 0 : null,
            summary.GetValueOrDefault("AccountMFAEnabled") != 0,
            summary.GetValueOrDefault("AccountSigningCertificatesPresent"),
            summary.GetValueOrDefault("AccountAccessKeysPresent") == 0 ? [] : await KeysAsync(iam, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Takes the credentials of a member account's root user away: keys, signing certificates, MFA devices, and the password last.</summary>
    /// <param name="accountId">The account, 12 digits.</param>
    /// <param name="cancellationToken">Stops asking; what is gone by then stays so.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="CloudException">AWS's refusals.</exception>
    public async Task<IReadOnlyList<string>> RemoveAsync(string accountId, CancellationToken cancellationToken)
    {
        AmazonIdentityManagementServiceClient iam = await SessionAsync(accountId, "IAMDeleteRootUserCredentials", cancellationToken).ConfigureAwait(false);
        List<string> removed = [];
        foreach (AccessKeyMetadata key in (await Patience.CallAsync(() => iam.ListAccessKeysAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).AccessKeyMetadata ?? [])
        {
            if (await GoneAsync(() => iam.DeleteAccessKeyAsync(new() { AccessKeyId = key.AccessKeyId }, cancellationToken), cancellationToken).ConfigureAwait(false))
                removed.Add($"access key {key.AccessKeyId}");
        }

        foreach (SigningCertificate certificate in (await Patience.CallAsync(() => iam.ListSigningCertificatesAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).Certificates ?? [])
        {
            if (await GoneAsync(() => iam.DeleteSigningCertificateAsync(new() { CertificateId = certificate.CertificateId }, cancellationToken), cancellationToken).ConfigureAwait(false))
                removed.Add($"signing certificate {certificate.CertificateId}");
        }

        foreach (MFADevice device in (await Patience.CallAsync(() => iam.ListMFADevicesAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).MFADevices ?? [])
        {
            if (await GoneAsync(() => iam.DeactivateMFADeviceAsync(new() { SerialNumber = device.SerialNumber }, cancellationToken), cancellationToken).ConfigureAwait(false))
                removed.Add($"MFA device {device.SerialNumber}");
        }

        if (await GoneAsync(() => iam.DeleteLoginProfileAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false))
            removed.Add("password");
        return removed;
    }

    // What is not there was taken away by somebody else in the meantime.
    private static async Task<bool> GoneAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            await Patience.CallAsync(call, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CloudException error) when (error.ErrorId == "ResourceNotFound")
        {
            return false;
        }
    }

    /// <summary>IAM as the root user of a member account, for what one task policy allows.</summary>
    internal async Task<AmazonIdentityManagementServiceClient> SessionAsync(string accountId, string task, CancellationToken cancellationToken)
    {
        AssumeRootResponse answer = await Patience.CallAsync(
            () => connection.Sts().AssumeRootAsync(
                new()
                {
                    TargetPrincipal = accountId,
                    TaskPolicyArn = new() { Arn = $"arn:{connection.Partition}:iam::aws:policy/root-task/{task}" },
                    DurationSeconds = Seconds,
                },
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
        Credentials keys = answer.Credentials;
        return new AwsConnection(connection.Place, new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken), $"the root user of {accountId}", connection.IsSandbox).Iam();
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(AmazonIdentityManagementServiceClient iam, CancellationToken cancellationToken)
    {
        List<string> keys = [];
        foreach (AccessKeyMetadata key in (await Patience.CallAsync(() => iam.ListAccessKeysAsync(new(), cancellationToken), cancellationToken).ConfigureAwait(false)).AccessKeyMetadata ?? [])
        {
            AccessKeyLastUsed? used = await LastUsedAsync(iam, key.AccessKeyId, cancellationToken).ConfigureAwait(false);
            keys.Add($"{key.AccessKeyId} ({(key.Status == StatusType.Active ? "active" : "inactive")}, made {Day(key.CreateDate)}, last used {(used?.LastUsedDate is { } last && last.Year > 2000 ? Day(last) : "never")})");
        }

        return keys;
    }

    private static async Task<AccessKeyLastUsed?> LastUsedAsync(AmazonIdentityManagementServiceClient iam, string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await Patience.CallAsync(() => iam.GetAccessKeyLastUsedAsync(new() { AccessKeyId = key }, cancellationToken), cancellationToken).ConfigureAwait(false)).AccessKeyLastUsed;
        }
        catch (CloudException error) when (error.ErrorId == "ResourceNotFound")
        {
            // It was deleted between the two calls.
            return null;
        }
    }

    private static string Day(DateTime? date) => date?.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "on an unknown day";
}
