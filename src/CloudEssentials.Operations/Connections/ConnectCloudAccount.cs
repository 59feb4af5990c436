using System.Runtime.CompilerServices;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Connections;

/// <summary>Makes a connection the session's own, once AWS has said whose it is.</summary>
[Operation("Connect", "CloudAccount")]
public sealed class ConnectCloudAccount : IOperation<ConnectCloudAccountRequest, CloudAccount>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<CloudAccount> RunAsync(
        ConnectCloudAccountRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AwsConnection connection = await host.ConnectAsync(request, request.Region, Role(request), Sandbox(request, host), cancellationToken).ConfigureAwait(false);
        CloudAccount account = await AccountReader.ReadAsync(connection, host, cancellationToken).ConfigureAwait(false);
        host.Session.Current = account;
        yield return account;
    }

    private static AwsConnection? Sandbox(ConnectCloudAccountRequest request, IOperationHost host)
    {
        if (!request.Sandbox && request.SandboxPath is null)
            return null;

        string? other = request switch
        {
            { ProfileName: not null } => "-ProfileName",
            { Credential: not null } => "-Credential",
            { EndpointUrl: not null } => "-EndpointUrl",
            { Connection: not null } => "-Connection",
            _ => null,
        };
        return other is null
            ? SandboxConnections.Open(request.SandboxPath is { } path ? host.ResolvePath(path)[0] : null)
            : throw new CloudException("SandboxOrAws", $"{other} names something beyond the sandbox.", CloudErrorCategory.InvalidArgument, other, $"Leave out {other}, or -Sandbox and -SandboxPath.");
    }

    private static RoleRequest? Role(ConnectCloudAccountRequest request)
    {
        if (request.RoleArn is { } arn)
        {
            return IsRole(arn)
                ? new(arn) { ExternalId = request.ExternalId, MfaSerial = request.MfaSerial, MfaCode = request.MfaCode }
                : throw new CloudException("RoleArnInvalid", $"-RoleArn: '{arn}' is not the ARN of a role.", CloudErrorCategory.InvalidArgument, arn, "It looks like arn:aws:iam::123456789012:role/Auditor.");
        }

        string? orphan = request switch
        {
            { ExternalId: not null } => "-ExternalId",
            { MfaSerial: not null } => "-MfaSerial",
            { MfaCode: not null } => "-MfaCode",
            _ => null,
        };
        return orphan is null ? null : throw new CloudException("RoleMissing", $"{orphan} is given without -RoleArn.", CloudErrorCategory.InvalidArgument, orphan, "Give the ARN of the role to assume.");
    }

    private static bool IsRole(string arn) => arn.Split(':', 6) is ["arn", { Length: > 0 }, "iam", "", { Length: 12 } account, var path]
        && account.All(char.IsAsciiDigit) && path.StartsWith("role/", StringComparison.Ordinal) && path.Length > 5;
}
