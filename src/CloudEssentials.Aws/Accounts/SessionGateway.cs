using Amazon.SecurityToken.Model;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Accounts;

/// <summary>Temporary keys: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html.</summary>
/// <param name="connection">Whose keys ask for them.</param>
public sealed class SessionGateway(AwsConnection connection)
{
    /// <summary>Takes on a role.</summary>
    /// <param name="role">The role; its MFA code, if it has a serial number.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<IssuedSession> AssumeAsync(RoleRequest role, int? seconds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(role);
        AssumeRoleResponse response = await connection.Sts().AssumeRoleAsync(
            new()
            {
                RoleArn = role.Arn,
                RoleSessionName = role.SessionName,
                ExternalId = role.ExternalId,
                SerialNumber = role.MfaSerial,
                TokenCode = role.MfaCode,
                DurationSeconds = seconds,
            },
            cancellationToken).ConfigureAwait(false);
        return From(response.Credentials, response.AssumedRoleUser?.Arn);
    }

    /// <summary>Gets temporary keys of one's own.</summary>
    /// <param name="mfaSerial">The MFA device, or null.</param>
    /// <param name="mfaCode">What it shows.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<IssuedSession> GetTokenAsync(string? mfaSerial, string? mfaCode, int? seconds, CancellationToken cancellationToken)
    {
        GetSessionTokenResponse response = await connection.Sts().GetSessionTokenAsync(
            new() { SerialNumber = mfaSerial, TokenCode = mfaCode, DurationSeconds = seconds },
            cancellationToken).ConfigureAwait(false);
        return From(response.Credentials, arn: null);
    }

    private static IssuedSession From(Credentials given, string? arn) => new()
    {
        AccessKey = given.AccessKeyId,
        SecretKey = given.SecretAccessKey,
        SessionToken = given.SessionToken,
        Expiration = (given.Expiration ?? DateTime.UtcNow.AddHours(1)).ToUniversalTime(),
        Arn = arn,
    };
}
