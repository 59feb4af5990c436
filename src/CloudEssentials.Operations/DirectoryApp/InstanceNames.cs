using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The names that a shell offers while one types: read from the account, without a word where that fails.</summary>
public static class InstanceNames
{
    /// <summary>The names of applications that have live instances.</summary>
    /// <param name="account">The account.</param>
    /// <param name="region">The Region; null for the connection's.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<IReadOnlyList<(string Name, string About)>> AppsAsync(CloudAccount account, string? region, CancellationToken cancellationToken) =>
    [
        .. (await LiveAsync(account, region, cancellationToken).ConfigureAwait(false))
            .GroupBy(instance => instance.Name)
            .Select(group => (group.Key, string.Join(", ", group.GroupBy(instance => instance.State).Select(state => $"{state.Count()} {state.Key}")))),
    ];

    /// <summary>The ids of live instances.</summary>
    /// <inheritdoc cref="AppsAsync"/>
    public static async Task<IReadOnlyList<(string Name, string About)>> InstancesAsync(CloudAccount account, string? region, CancellationToken cancellationToken) =>
    [
        .. (await LiveAsync(account, region, cancellationToken).ConfigureAwait(false))
            .Select(instance => (instance.InstanceId, $"{instance.Name}, {instance.State} in {instance.AvailabilityZone}")),
    ];

    /// <summary>The ids of subnets.</summary>
    /// <inheritdoc cref="AppsAsync"/>
    public static async Task<IReadOnlyList<(string Name, string About)>> SubnetsAsync(CloudAccount account, string? region, CancellationToken cancellationToken) =>
        Of(account, region) is { } connection
            ? [.. (await new LaunchGateway(connection).SubnetsAsync(cancellationToken).ConfigureAwait(false)).Select(subnet => (subnet.SubnetId, $"{subnet.AvailabilityZone} of {subnet.VpcId}"))]
            : [];

    private static async Task<IEnumerable<DirectoryAppInstance>> LiveAsync(CloudAccount account, string? region, CancellationToken cancellationToken) =>
        Of(account, region) is { } connection
            ? (await new InstanceGateway(connection, account.AccountId ?? "").FindAsync(name: null, cancellationToken).ConfigureAwait(false)).Where(instance => instance.IsLive)
            : [];

    private static AwsConnection? Of(CloudAccount account, string? region) => region is null ? account.Connection : account.Connection?.In(region);
}
