using System.Net;
using System.Security;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;

namespace CloudEssentials.Aws.Connections;

/// <summary>
/// Credentials of a role, assumed where the connection calls (its Region, its endpoint, its sandbox) and assumed again before they
/// expire. The SDK's own class would always ask AWS itself, in a Region of the environment's.
/// </summary>
internal sealed class RoleCredentials : RefreshingAWSCredentials
{
    private readonly AwsConnection _source;
    private readonly RoleRequest _role;
    private string? _code;

    internal RoleCredentials(AwsConnection source, RoleRequest role)
    {
        _source = source;
        _role = role;
        _code = role.MfaCode;

        // Renewing ahead happens in the background, where nobody can be asked for a code.
        PreemptExpiryTime = role.MfaSerial is null ? TimeSpan.FromMinutes(5) : TimeSpan.Zero;
    }

    /// <summary>How the person of the moment is asked for a code; the command that made the connection may be long over.</summary>
    internal Func<string, ValueTask<SecureString>>? Prompt { get; set; }

    /// <summary>The connection that assumes the role.</summary>
    internal AwsConnection Source => _source;

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials() => Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        AssumeRoleRequest request = new()
        {
            RoleArn = _role.Arn,
            RoleSessionName = _role.SessionName ?? DefaultSessionName(),
            ExternalId = _role.ExternalId,
            SerialNumber = _role.MfaSerial,
            TokenCode = _role.MfaSerial is null ? null : await CodeAsync().ConfigureAwait(false),
        };
        AssumeRoleResponse response = await _source.Sts().AssumeRoleAsync(request).ConfigureAwait(false);
        Credentials given = response.Credentials;
        return new(new(given.AccessKeyId, given.SecretAccessKey, given.SessionToken), given.Expiration ?? DateTime.UtcNow.AddHours(1));
    }

    private static string DefaultSessionName()
    {
        string user = new([.. Environment.UserName.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_').Take(40)]);
        return $"CloudEssentials-{(user.Length == 0 ? "session" : user)}";
    }

    private async ValueTask<string> CodeAsync()
    {
        // A code serves once: the next time the role is assumed, a new one is asked for.
        if (Interlocked.Exchange(ref _code, null) is { } given)
            return given;
        if (Prompt is not { } prompt)
            throw new CloudException("InteractionRequired", $"The MFA code of {_role.MfaSerial} is needed, and nobody is there to answer.", CloudErrorCategory.InvalidOperation, _role.MfaSerial, "Give -MfaCode to Connect-CloudAccount.");
        using SecureString typed = await prompt($"MFA code of {_role.MfaSerial}").ConfigureAwait(false);
        return new NetworkCredential(null, typed).Password.Trim();
    }
}
