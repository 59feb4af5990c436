using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Connections;

/// <summary>How an operation comes to AWS: by its request, in the shell's session.</summary>
internal static class ConnectionExtensions
{
    /// <summary>The connection of a request: its own parameters first, then <c>-Connection</c>, the session's, and what the machine offers.</summary>
    /// <exception cref="CloudException"><c>NoCredentials</c>, <c>RegionMissing</c> for a command that works in one Region, and all that <see cref="ConnectionResolver.ResolveAsync"/> throws.</exception>
    internal static async Task<AwsConnection> ConnectAsync(this IOperationHost host, AwsRequest request, CancellationToken cancellationToken)
    {
        if (request is not RegionalAwsRequest regional)
            return await host.ConnectAsync(request, region: null, role: null, cancellationToken).ConfigureAwait(false);

        AwsConnection connection = await host.ConnectAsync(request, regional.Region, role: null, cancellationToken).ConfigureAwait(false);
        return connection.RegionIsAssumed
            ? throw new CloudException("RegionMissing", "No Region is named, and this command works in one.", CloudErrorCategory.InvalidArgument, remedy: "Give -Region, connect with one, or set AWS_REGION or the profile's region.")
            : connection;
    }

    /// <summary>The connection of a request in a Region, or in the one that is found.</summary>
    internal static Task<AwsConnection> ConnectAsync(this IOperationHost host, AwsRequest request, string? region, RoleRequest? role, CancellationToken cancellationToken) =>
        host.ConnectAsync(request, region, role, connection: null, cancellationToken);

    /// <summary>The connection of a request in a Region, or in the one that is found; by a role and from a connection, where they are not null.</summary>
    internal static Task<AwsConnection> ConnectAsync(
        this IOperationHost host,
        AwsRequest request,
        string? region,
        RoleRequest? role,
        AwsConnection? connection,
        CancellationToken cancellationToken) =>
        host.Session.Resolver.ResolveAsync(
            new()
            {
                AccessKey = request.AccessKey,
                SecretKey = request.SecretKey,
                SessionToken = request.SessionToken,
                Credential = request.Credential,
                ProfileName = request.ProfileName,
                ProfileLocation = request.ProfileLocation is { } location ? host.ResolvePath(location)[0] : null,
                Region = region,
                EndpointUrl = request.EndpointUrl,
                Connection = connection ?? Live(request.Connection) ?? Live(host.Session.Current) ?? (request.EndpointUrl is null ? SandboxConnections.OfEnvironment(host) : null),
                Role = role,
            },
            new ConnectionHost(host),
            cancellationToken);

    private static AwsConnection? Live(CloudAccount? account) => account is null
        ? null
        : account.Connection ?? throw new CloudException("ConnectionDead", "This CloudAccount is a copy without its connection.", CloudErrorCategory.InvalidArgument, account, "Give the object that Connect-CloudAccount or Get-CloudAccount returned in this process.");
}
