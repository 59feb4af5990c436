using System.Net;
using System.Runtime.CompilerServices;
using System.Security;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Gets temporary keys: of a role, or of one's own with MFA.</summary>
[Operation("Get", "TemporaryCredential")]
public sealed class GetTemporaryCredential : IOperation<GetTemporaryCredentialRequest, TemporaryCredential>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TemporaryCredential> RunAsync(
        GetTemporaryCredentialRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.MfaCode is not null && request.MfaSerial is null)
            throw new CloudException("MfaSerialMissing", "-MfaCode is given without -MfaSerial.", remedy: "Give the ARN of the device: Get-MfaDevice shows it.");
        if (request.RoleArn is null && (request.SessionName ?? request.ExternalId) is not null)
            throw new CloudException("RoleMissing", "-SessionName and -ExternalId belong to a role, and none is given.", remedy: "Give -RoleArn.");
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        SessionLimit limit = await LimitAsync(request, place, host, cancellationToken).ConfigureAwait(false);
        limit.Check(request.DurationSeconds);

        string? code = request.MfaSerial is null ? null : request.MfaCode ?? await AskCodeAsync(request.MfaSerial, host).ConfigureAwait(false);
        SessionGateway gateway = new(place.Connection);
        IssuedSession issued = request.RoleArn is { } role
            ? await gateway.AssumeAsync(RoleOf(request, role, code), request.DurationSeconds, cancellationToken).ConfigureAwait(false)
            : await gateway.GetTokenAsync(request.MfaSerial, code, request.DurationSeconds, cancellationToken).ConfigureAwait(false);
        if (request.AsEnvironment)
            PutIntoEnvironment(issued, host);
        yield return new()
        {
            AccessKey = issued.AccessKey,
            SecretKey = issued.SecretKey,
            SessionToken = issued.SessionToken,
            Expiration = issued.Expiration,
            Arn = issued.Arn ?? place.Caller.Arn,
            IsMfa = request.MfaSerial is not null,
            IsInEnvironment = request.AsEnvironment,
            AccountId = (issued.Arn ?? place.Caller.Arn).Split(':')[4],
            Source = place.Source,
        };
    }

    private static async Task<SessionLimit> LimitAsync(GetTemporaryCredentialRequest request, AccountPlace place, IOperationHost host, CancellationToken cancellationToken)
    {
        bool isRoot = place.Caller.Arn.EndsWith(":root", StringComparison.Ordinal);
        bool isSession = place.Caller.Arn.Contains(":assumed-role/", StringComparison.Ordinal);
        if (request.RoleArn is not { } role)
        {
            if (isSession)
                throw new CloudException("SessionOfSession", $"{place.Caller.Arn} has temporary keys, and with those AWS gives no others of one's own.", CloudErrorCategory.InvalidOperation, place.Caller.Arn, "Use the keys of a user, or take on a role with -RoleArn.");
            return isRoot ? SessionLimit.OfRoot : SessionLimit.OfUser;
        }

        if (isRoot)
            throw new CloudException("RootCannotAssumeRole", "The root user cannot take on a role.", CloudErrorCategory.InvalidOperation, role, "Connect as a user or a role of the account.");
        if (isSession)
            return SessionLimit.OfChain;
        return SessionLimit.OfRole(await MaximumOfAsync(role, request, place, host, cancellationToken).ConfigureAwait(false));
    }

    // Only a long session is worth the question, and only a role of one's own account can be asked for.
    private static async Task<int?> MaximumOfAsync(string role, GetTemporaryCredentialRequest request, AccountPlace place, IOperationHost host, CancellationToken cancellationToken)
    {
        if (request.DurationSeconds is not > 3600 || !role.StartsWith(place.Arn("role/"), StringComparison.Ordinal))
            return null;
        try
        {
            return (await new RoleGateway(place.Connection).FindAsync(role[(role.LastIndexOf('/') + 1)..], cancellationToken).ConfigureAwait(false))?.MaximumSession;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            host.WriteVerbose($"How long the role's sessions may be cannot be read: {CloudErrors.From(exception).Message}");
            return null;
        }
    }

    private static RoleRequest RoleOf(GetTemporaryCredentialRequest request, string arn, string? code) => new(arn)
    {
        ExternalId = request.ExternalId,
        MfaSerial = request.MfaSerial,
        MfaCode = code,
        SessionName = request.SessionName ?? $"CloudEssentials-{DateTime.UtcNow:yyyyMMddHHmmss}",
    };

    private static async Task<string> AskCodeAsync(string serial, IOperationHost host)
    {
        using SecureString typed = await host.ReadSecretAsync($"MFA code of {serial}").ConfigureAwait(false);
        return new NetworkCredential(null, typed).Password.Trim();
    }

    private static void PutIntoEnvironment(IssuedSession issued, IOperationHost host)
    {
        if (host.EndsWithCommand)
            host.WriteWarning("The environment ends with this command: programs that were started before or after it see nothing of it.");
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", issued.AccessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", issued.SecretKey);
        Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", issued.SessionToken);
    }
}
