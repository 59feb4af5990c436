using Amazon.Runtime;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.Errors;

/// <summary>The errors of those who make credentials: SSO, a process, a role.</summary>
internal static class CredentialErrors
{
    /// <summary>The error, or null where it is none of theirs.</summary>
    internal static CloudException? From(Exception exception, AwsConnection connection) => (exception, connection.Credentials) switch
    {
        (CloudException own, _) => own,
        (ProcessAWSCredentialException, _) => Process(connection),
        (_, SSOAWSCredentials) when AwsErrors.From(exception) is not { ErrorId: "EndpointUnreachable" or "EndpointTimedOut" } => SignIn(exception, connection),
        (_, RoleCredentials role) => Role(exception, role, connection),
        _ => null,
    };

    private static CloudException SignIn(Exception exception, AwsConnection connection)
    {
        string profile = connection.ProfileName ?? connection.Place.Profile?.Name ?? ProfileFiles.DefaultNames[0];
        return new(
            "SsoLoginRequired",
            $"No credentials from {connection.CredentialSource}: there is no sign-in that still holds.",
            CloudErrorCategory.AuthenticationError,
            profile,
            $"Run: aws sso login --profile {(profile.Contains(' ', StringComparison.Ordinal) ? $"'{profile}'" : profile)}",
            exception);
    }

    // What the process printed may hold the secret itself, so neither its words nor the SDK's error go on from here.
    private static CloudException Process(AwsConnection connection) => new(
        "CredentialProcessFailed",
        $"No credentials from {connection.CredentialSource}: its credential_process failed or printed no valid answer.",
        CloudErrorCategory.AuthenticationError,
        connection.ProfileName ?? connection.Place.Profile?.Name,
        "Run the profile's command by hand: it must print JSON with Version 1, AccessKeyId and SecretAccessKey.");

    private static CloudException? Role(Exception exception, RoleCredentials role, AwsConnection connection)
    {
        if (AwsErrors.From(exception) is not AwsRefusedException { ErrorId: "AccessDenied" } denied)
            return null;
        if (denied.Message.Contains("MultiFactorAuthentication", StringComparison.Ordinal))
        {
            return new(
                "MfaCodeRejected",
                $"The MFA code was not taken: {denied.Message}",
                CloudErrorCategory.AuthenticationError,
                connection.CredentialSource,
                "A code serves once and for half a minute: give the next one.",
                exception);
        }

        return new AwsRefusedException(
            "RoleRefused",
            $"The role cannot be assumed with {role.Source.CredentialSource}. {denied.Message}",
            denied.Category,
            denied.Target,
            $"Both sides must allow it: the role's trust policy and the caller's own policy. {denied.Remedy}".TrimEnd(),
            exception)
        {
            ErrorCode = denied.ErrorCode,
            RequestId = denied.RequestId,
            StatusCode = denied.StatusCode,
            Action = denied.Action,
            Resource = denied.Resource,
            SuggestedStatement = denied.SuggestedStatement,
        };
    }
}
