using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>The whole application in an account: what stands of it, what is to be done, and its removal.</summary>
public sealed class DirectoryAppGateway
{
    // Of these an application may have more or fewer from one run to the next. Of all others it has always the same.
    private static readonly string[] _varying =
    [
        "AWS::EC2::Subnet", "AWS::EC2::EIP", "AWS::EC2::NatGateway", "AWS::EC2::RouteTable", "AWS::EC2::Route", "AWS::EC2::VPCEndpoint", "AWS::SNS::Subscription",
    ];

    private static readonly string[] _usable = [.. AppRemoval.DataTypes, "AWS::S3::BucketPolicy"];

    private readonly AppExecutor _executor;

    /// <summary>Makes a gateway.</summary>
    /// <param name="connection">A connection in the application's Region.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="appName">The application's name.</param>
    public DirectoryAppGateway(AwsConnection connection, string accountId, string appName) =>
        _executor = new(new(connection, accountId, appName), ResourceDrivers.All);

    /// <summary>The zones of the application's public subnets, in their order; none where there are none.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Such as <c>us-east-1a</c>.</returns>
    public async Task<IReadOnlyList<string>> ZonesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FoundResource> subnets = await _executor.FindOwnedAsync(["AWS::EC2::Subnet"], cancellationToken).ConfigureAwait(false);
        return
        [
            .. subnets.Where(subnet => subnet.LogicalId.StartsWith("PublicSubnet", StringComparison.Ordinal))
                .OrderBy(subnet => subnet.LogicalId, StringComparer.Ordinal)
                .Select(subnet => subnet.Attributes["AvailabilityZone"]),
        ];
    }

    /// <summary>Compares what is wanted with what stands; changes nothing.</summary>
    /// <param name="spec">The application.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The plan, which can be carried out.</returns>
    /// <exception cref="CloudException">AWS's refusals; <c>ResourceNotOwned</c>, <c>ResourceFixed</c>, <c>BucketNotOwn</c>, <c>BucketElsewhere</c>, <c>TableKeyOther</c>.</exception>
    public async Task<DirectoryAppDeployment> PlanAsync(DirectoryAppSpec spec, CancellationToken cancellationToken)
    {
        IReadOnlyList<AppResource> wanted = DirectoryAppBlueprint.Stack(spec);
        Task<IReadOnlyList<FoundResource>> owned = _executor.FindOwnedAsync(_varying, cancellationToken);
        Standing standing = await _executor.FindAsync(wanted, cancellationToken).ConfigureAwait(false);
        foreach (AppResource resource in wanted)
        {
            // A bucket or table of somebody else's is used; anything else would be what nobody chose.
            if (standing[resource.LogicalId] is { IsOwned: false } && !_usable.Contains(resource.Type))
                throw IamTags.Foreign(resource.Type, resource.Name, _executor.Scope);
        }

        IReadOnlyList<FoundResource> leftovers = Leftovers(wanted, standing, await owned.ConfigureAwait(false));
        DirectoryAppPlan plan = DirectoryAppPlanner.Plan(
            spec,
            wanted,
            standing.Found.ToDictionary(found => found.Key, found => found.Value.Shown(found.Key)),
            [.. leftovers.Select(found => found.Shown(found.LogicalId))],
            _executor.Scope.Connection.IsSandbox ? "Sandbox" : "AWS");
        return new(_executor, wanted, standing, leftovers, plan);
    }

    /// <summary>Removes everything that bears the application's tag, and looks again until nothing is left.</summary>
    /// <param name="includeData">True to remove bucket and table with all that they hold.</param>
    /// <param name="progress">Is told of each deletion at its beginning and its end.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task RemoveAsync(bool includeData, IProgress<AppStep>? progress, CancellationToken cancellationToken) =>
        new AppRemoval(_executor.With(includeData), progress).RunAsync(cancellationToken);

    /// <summary>Everything that a removal would remove.</summary>
    /// <param name="includeData">True to count bucket and table in.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What stands.</returns>
    public async Task<IReadOnlyList<StandingResource>> OwnedAsync(bool includeData, CancellationToken cancellationToken) =>
        [.. (await _executor.FindOwnedAsync(AppRemoval.Types(_executor, includeData), cancellationToken).ConfigureAwait(false)).Select(found => found.Shown(found.LogicalId))];

    /// <summary>Bucket and table, where they bear the application's tag.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What stands.</returns>
    public async Task<IReadOnlyList<StandingResource>> DataAsync(CancellationToken cancellationToken) =>
        [.. (await _executor.FindOwnedAsync(AppRemoval.DataTypes, cancellationToken).ConfigureAwait(false)).Select(found => found.Shown(found.LogicalId))];

    // What a search does not show yet is no leftover: only what has another logical id, or is there a second time.
    private static List<FoundResource> Leftovers(IReadOnlyList<AppResource> wanted, Standing standing, IReadOnlyList<FoundResource> owned)
    {
        HashSet<string> names = [.. wanted.Select(resource => resource.LogicalId)];
        HashSet<string> ids = [.. standing.Found.Values.Select(found => found.Id)];
        return [.. owned.Where(found => !ids.Contains(found.Id) && (!names.Contains(found.LogicalId) || standing[found.LogicalId] is not null))];
    }
}
