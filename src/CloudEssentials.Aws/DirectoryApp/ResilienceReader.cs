using Amazon.AutoScaling.Model;
using Amazon.DynamoDBv2;
using Amazon.EC2.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.S3;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.Errors;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Reads what of a running application bears on the loss of a zone.</summary>
/// <param name="connection">A connection in the application's Region.</param>
/// <param name="accountId">The account.</param>
public sealed class ResilienceReader(AwsConnection connection, string accountId)
{
    private readonly DirectoryAppReader _reader = new(connection, accountId);

    /// <summary>Reads.</summary>
    /// <param name="name">The application's name.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What bears on it; null where there is no such application.</returns>
    public async Task<DirectoryAppShape?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (await _reader.ReadAsync(name, cancellationToken).ConfigureAwait(false) is not { } stack)
            return null;
        AppScope scope = new(connection, accountId, name);
        Task<List<Subnet>> subnets = SubnetsAsync(scope, cancellationToken);
        Task<List<RouteTable>> tables = RouteTableDriver.SearchAsync(scope, Ec2Search.All(scope), cancellationToken);
        Task<IReadOnlyList<FoundResource>> gateways = new NatGatewayDriver().FindOwnedAsync(scope, cancellationToken);
        Task<IReadOnlyList<FoundResource>> balancers = new LoadBalancerDriver().FindOwnedAsync(scope, cancellationToken);
        Task<AutoScalingGroup?> group = GroupAsync(stack.AutoScalingGroupName, cancellationToken);
        Task<HashSet<string>> healthy = HealthyAsync(stack.TargetGroupArn, cancellationToken);
        Task<bool?> versions = AskAsync(() => KeepsVersionsAsync(stack.BucketName, cancellationToken));
        Task<bool?> restores = AskAsync(() => CanBeRestoredAsync(stack.TableName, cancellationToken));
        await Task.WhenAll(subnets, tables, gateways, balancers, group, healthy, versions, restores).ConfigureAwait(false);
        Dictionary<string, string> zones = (await subnets.ConfigureAwait(false)).ToDictionary(subnet => subnet.SubnetId, subnet => subnet.AvailabilityZone);
        HashSet<string> well = await healthy.ConfigureAwait(false);
        string[] launching = [.. ((await group.ConfigureAwait(false))?.VPCZoneIdentifier ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
        return new()
        {
            Stack = stack,
            BalancerZones = await BalancerZonesAsync(await balancers.ConfigureAwait(false) is [{ Id: var balancer }, ..] ? balancer : null, cancellationToken).ConfigureAwait(false),
            GroupZones = [.. ((await group.ConfigureAwait(false))?.AvailabilityZones ?? []).Order(StringComparer.Ordinal)],
            Instances = [.. ((await group.ConfigureAwait(false))?.Instances ?? []).Select(instance => (instance.InstanceId, instance.AvailabilityZone, well.Contains(instance.InstanceId)))],
            HealthCheckType = (await group.ConfigureAwait(false))?.HealthCheckType ?? "",
            WayOut = WayOut(launching, zones, await tables.ConfigureAwait(false), await gateways.ConfigureAwait(false)),
            KeepsVersions = await versions.ConfigureAwait(false),
            CanBeRestored = await restores.ConfigureAwait(false),
        };
    }

    private static Dictionary<string, string> WayOut(string[] launching, Dictionary<string, string> zones, List<RouteTable> tables, IReadOnlyList<FoundResource> gateways)
    {
        Dictionary<string, string> homes = gateways.ToDictionary(gateway => gateway.Id, gateway => zones.GetValueOrDefault(gateway.Attributes["SubnetId"], ""));
        Dictionary<string, string> ways = [];
        foreach (string subnet in launching.Where(zones.ContainsKey))
        {
            RouteTable? table = tables.FirstOrDefault(table => (table.Associations ?? []).Any(association => association.SubnetId == subnet));
            if ((table?.Routes ?? []).FirstOrDefault(route => route.NatGatewayId is not null)?.NatGatewayId is { } gateway && homes.TryGetValue(gateway, out string? home))
                ways[zones[subnet]] = home;
        }

        return ways;
    }

    private static async Task<List<Subnet>> SubnetsAsync(AppScope scope, CancellationToken cancellationToken) =>
        (await scope.Ec2().DescribeSubnetsAsync(new() { Filters = Ec2Search.All(scope) }, cancellationToken).ConfigureAwait(false)).Subnets ?? [];

    // What may not be asked is no reason to say nothing of the rest.
    private static async Task<bool?> AskAsync(Func<Task<bool?>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.From(exception) is { ErrorId: "AccessDenied" or "ResourceNotFound" or "RequestRefused" })
        {
            return null;
        }
    }

    private async Task<AutoScalingGroup?> GroupAsync(string? name, CancellationToken cancellationToken) => name is null
        ? null
        : (await connection.AutoScaling().DescribeAutoScalingGroupsAsync(new() { AutoScalingGroupNames = [name] }, cancellationToken).ConfigureAwait(false)).AutoScalingGroups?.FirstOrDefault();

    private async Task<HashSet<string>> HealthyAsync(string? targetArn, CancellationToken cancellationToken)
    {
        if (targetArn is null)
            return [];
        DescribeTargetHealthResponse answer = await connection.LoadBalancing().DescribeTargetHealthAsync(new() { TargetGroupArn = targetArn }, cancellationToken).ConfigureAwait(false);
        return [.. (answer.TargetHealthDescriptions ?? []).Where(target => target.TargetHealth.State.Value == "healthy").Select(target => target.Target.Id)];
    }

    private async Task<IReadOnlyList<string>> BalancerZonesAsync(string? arn, CancellationToken cancellationToken)
    {
        if (arn is null)
            return [];
        DescribeLoadBalancersResponse answer = await connection.LoadBalancing().DescribeLoadBalancersAsync(new() { LoadBalancerArns = [arn] }, cancellationToken).ConfigureAwait(false);
        return [.. (answer.LoadBalancers ?? []).SelectMany(balancer => balancer.AvailabilityZones ?? []).Select(zone => zone.ZoneName).Order(StringComparer.Ordinal)];
    }

    private async Task<bool?> KeepsVersionsAsync(string? bucket, CancellationToken cancellationToken) => bucket is null
        ? null
        : (await connection.S3().GetBucketVersioningAsync(bucket, cancellationToken).ConfigureAwait(false)).VersioningConfig?.Status == VersionStatus.Enabled;

    private async Task<bool?> CanBeRestoredAsync(string? table, CancellationToken cancellationToken) => table is null
        ? null
        : (await connection.DynamoDb().DescribeContinuousBackupsAsync(new() { TableName = table }, cancellationToken).ConfigureAwait(false))
            .ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus == PointInTimeRecoveryStatus.ENABLED;
}
