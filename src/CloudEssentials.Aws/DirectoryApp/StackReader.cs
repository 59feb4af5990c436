using System.Collections.Concurrent;
using Amazon.AutoScaling.Model;
using Amazon.CloudWatch.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.S3;
using Amazon.SimpleNotificationService.Model;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;
using CloudEssentials.DirectoryApp.Resilience;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Reads a running application part by part, side by side; a part that is refused takes none of the others with it.</summary>
/// <param name="connection">A connection in the application's Region.</param>
/// <param name="accountId">The account.</param>
/// <param name="name">The application's name.</param>
public sealed class StackReader(AwsConnection connection, string accountId, string name)
{
    private const string CrossZoneKey = "load_balancing.cross_zone.enabled";
    private const string Everywhere = "0.0.0.0/0";

    private readonly AppScope _scope = new(connection, accountId, name);
    private readonly DirectoryAppReader _reader = new(connection, accountId);

    /// <summary>Reads all of it.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The picture; empty where there is no such application.</returns>
    public async Task<StackPicture> ReadAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<AppResource> wanted = _reader.All(name);
        string NameOf(string type) => wanted.First(resource => resource.Type == type).Name;

        // Making clients and reading answers is work: not on the caller's thread, and not one after the other.
        Task<T> Start<T>(Func<Task<T>> read) => Task.Run(read, cancellationToken);
        Task<LoadBalancer?> balancer = Start(() => _reader.BalancerAsync(NameOf("AWS::ElasticLoadBalancingV2::LoadBalancer"), cancellationToken));
        Task<TargetGroup?> targetGroup = Start(() => _reader.TargetAsync(NameOf("AWS::ElasticLoadBalancingV2::TargetGroup"), cancellationToken));
        Task<IReadOnlySet<string>> owned = Start(() => OwnedAsync(balancer, targetGroup, cancellationToken));
        Task<string> policy = Start(() => _reader.PolicyAsync(wanted.First(resource => resource.Type == "AWS::IAM::Role"), cancellationToken));
        Task<List<Amazon.EC2.Model.Subnet>> subnets = Start(() => SubnetDriver.SearchAsync(_scope, Ec2Search.All(_scope), cancellationToken));
        Task<StackBalancer?> balancerFact = Start(() => BalancerAsync(balancer, owned));
        Task<StackTargetGroup?> targetGroupFact = Start(() => TargetGroupAsync(targetGroup, owned));
        Task<bool> crossZone = Start(() => CrossZoneAsync(targetGroupFact, cancellationToken));
        Task<IReadOnlyList<StackTarget>> targets = Start(async () => await TargetsAsync((await targetGroupFact.ConfigureAwait(false))?.Arn, cancellationToken).ConfigureAwait(false));
        Task<StackGroup?> group = Start(() => GroupAsync(NameOf("AWS::AutoScaling::AutoScalingGroup"), cancellationToken));
        Task<IReadOnlyList<StackRouteTable>> tables = Start(() => RouteTablesAsync(cancellationToken));
        Task<IReadOnlyList<StackNatGateway>> gateways = Start(() => NatGatewaysAsync(subnets, cancellationToken));
        Task<IReadOnlyList<StackEndpoint>> endpoints = Start(() => EndpointsAsync(cancellationToken));
        Task<IReadOnlyList<StackInstance>> instances = Start(() => InstancesAsync(cancellationToken));
        Task<StackBucket?> bucket = Start(() => BucketAsync(policy, cancellationToken));
        Task<StackTable?> table = Start(() => TableAsync(policy, cancellationToken));
        Task<IReadOnlyList<StackAlarm>> alarms = Start(() => AlarmsAsync([.. wanted.Where(resource => resource.Type == "AWS::CloudWatch::Alarm").Select(resource => resource.Name)], cancellationToken));
        Task<StackTopic?> topic = Start(() => TopicAsync(NameOf("AWS::SNS::Topic"), cancellationToken));

        ConcurrentDictionary<StackParts, CloudException> refusals = [];
        async Task<T> Seen<T>(StackParts part, Task<T> read, T otherwise)
        {
            try
            {
                return await read.ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                refusals[part] = AccountFactReader.ErrorOf(exception);
                return otherwise;
            }
        }

        StackPicture picture = new()
        {
            AppName = name,
            Region = connection.Region,
            AccountId = accountId,
            TakenAt = connection.Clock.GetUtcNow(),
            Source = connection.IsSandbox ? "Sandbox" : "AWS",
            LoadBalancer = await Seen(StackParts.LoadBalancer, balancerFact, null).ConfigureAwait(false),
            TargetGroup = await Seen(StackParts.TargetGroup, targetGroupFact, null).ConfigureAwait(false),
            CrossZone = await Seen(StackParts.CrossZone, crossZone, true).ConfigureAwait(false),
            Targets = await Seen(StackParts.Targets, targets, []).ConfigureAwait(false),
            Group = await Seen(StackParts.Group, group, null).ConfigureAwait(false),
            Subnets = await Seen(StackParts.Subnets, FactsAsync(subnets), []).ConfigureAwait(false),
            RouteTables = await Seen(StackParts.RouteTables, tables, []).ConfigureAwait(false),
            NatGateways = await Seen(StackParts.NatGateways, gateways, []).ConfigureAwait(false),
            Endpoints = await Seen(StackParts.Endpoints, endpoints, []).ConfigureAwait(false),
            Instances = await Seen(StackParts.Instances, instances, []).ConfigureAwait(false),
            Bucket = await Seen(StackParts.Bucket, bucket, null).ConfigureAwait(false),
            Table = await Seen(StackParts.Table, table, null).ConfigureAwait(false),
            Alarms = await Seen(StackParts.Alarms, alarms, []).ConfigureAwait(false),
            Topic = await Seen(StackParts.Topic, topic, null).ConfigureAwait(false),
        };
        return WithZones(picture) with { Refusals = refusals };
    }

    /// <summary>Looks again at what changes by itself: the targets' health and the group's instances.</summary>
    /// <param name="picture">What was seen before, with target group and group.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What is seen now.</returns>
    public async Task<StackPicture> LookAgainAsync(StackPicture picture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        IReadOnlyList<StackTarget> targets = await TargetsAsync(picture.TargetGroup?.Arn, cancellationToken).ConfigureAwait(false);
        StackGroup? group = picture.Group is null ? null : await GroupAsync(picture.Group.Name, cancellationToken).ConfigureAwait(false);
        return WithZones(picture with { Targets = targets, Group = group });
    }

    /// <summary>Why the group's last launch failed; null where it did not.</summary>
    /// <param name="group">The group's name.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<string?> LaunchProblemAsync(string group, CancellationToken cancellationToken) => _reader.ProblemAsync(group, cancellationToken);

    // The load balancer does not tell the zone of an instance; the group and EC2 do.
    private static StackPicture WithZones(StackPicture picture)
    {
        Dictionary<string, string> zones = [];
        foreach (StackInstance instance in picture.Instances.Concat(picture.Group?.Instances ?? []))
            zones[instance.Id] = instance.Zone;
        return picture with { Targets = [.. picture.Targets.Select(target => target with { Zone = zones.GetValueOrDefault(target.Id) })] };
    }

    private async Task<IReadOnlySet<string>> OwnedAsync(Task<LoadBalancer?> balancer, Task<TargetGroup?> group, CancellationToken cancellationToken)
    {
        string?[] arns = [(await balancer.ConfigureAwait(false))?.LoadBalancerArn, (await group.ConfigureAwait(false))?.TargetGroupArn];
        return await BalancerTags.OwnedAsync(_scope, arns.OfType<string>(), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<StackBalancer?> BalancerAsync(Task<LoadBalancer?> read, Task<IReadOnlySet<string>> owned) =>
        await read.ConfigureAwait(false) is { } balancer && (await owned.ConfigureAwait(false)).Contains(balancer.LoadBalancerArn)
            ? new(balancer.LoadBalancerName, balancer.LoadBalancerArn, balancer.DNSName, Sorted((balancer.AvailabilityZones ?? []).Select(zone => zone.ZoneName)))
            : null;

    private static async Task<StackTargetGroup?> TargetGroupAsync(Task<TargetGroup?> read, Task<IReadOnlySet<string>> owned) =>
        await read.ConfigureAwait(false) is { } group && (await owned.ConfigureAwait(false)).Contains(group.TargetGroupArn)
            ? new(group.TargetGroupName, group.TargetGroupArn)
            {
                Path = group.HealthCheckPath ?? "/",
                Interval = TimeSpan.FromSeconds(group.HealthCheckIntervalSeconds ?? 0),
                Timeout = TimeSpan.FromSeconds(group.HealthCheckTimeoutSeconds ?? 0),
                UnhealthyThreshold = group.UnhealthyThresholdCount ?? 0,
            }
            : null;

    // An application load balancer's own setting is always on: only that of the target group can turn it off.
    private async Task<bool> CrossZoneAsync(Task<StackTargetGroup?> read, CancellationToken cancellationToken)
    {
        if (await read.ConfigureAwait(false) is not { } group)
            return true;
        DescribeTargetGroupAttributesResponse answer = await _scope.Balancing().DescribeTargetGroupAttributesAsync(new() { TargetGroupArn = group.Arn }, cancellationToken).ConfigureAwait(false);
        return (answer.Attributes ?? []).FirstOrDefault(attribute => attribute.Key == CrossZoneKey)?.Value != "false";
    }

    private async Task<IReadOnlyList<StackTarget>> TargetsAsync(string? arn, CancellationToken cancellationToken)
    {
        if (arn is null)
            return [];
        DescribeTargetHealthResponse answer = await _scope.Balancing().DescribeTargetHealthAsync(new() { TargetGroupArn = arn }, cancellationToken).ConfigureAwait(false);
        return [.. (answer.TargetHealthDescriptions ?? []).Select(target => new StackTarget(target.Target.Id, null, target.TargetHealth.State.Value, target.TargetHealth.Description))];
    }

    private async Task<StackGroup?> GroupAsync(string groupName, CancellationToken cancellationToken)
    {
        AutoScalingGroup? group = await _reader.GroupAsync(groupName, cancellationToken).ConfigureAwait(false);
        return group is null || !AppTags.IsOwned(_scope, (group.Tags ?? []).Select(tag => (tag.Key, tag.Value))) ? null : new(group.AutoScalingGroupName, Sorted(group.AvailabilityZones ?? []))
        {
            SubnetIds = (group.VPCZoneIdentifier ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            MinSize = group.MinSize ?? 0,
            DesiredCapacity = group.DesiredCapacity ?? 0,
            MaxSize = group.MaxSize ?? 0,
            HealthCheckType = group.HealthCheckType ?? "EC2",
            GracePeriod = TimeSpan.FromSeconds(group.HealthCheckGracePeriod ?? 0),
            TargetGroupArns = [.. group.TargetGroupARNs ?? []],
            SuspendedProcesses = [.. (group.SuspendedProcesses ?? []).Select(process => process.ProcessName)],
            Instances = [.. (group.Instances ?? []).Select(instance => new StackInstance(instance.InstanceId, instance.AvailabilityZone, instance.InstanceType))],
        };
    }

    private async Task<IReadOnlyList<StackRouteTable>> RouteTablesAsync(CancellationToken cancellationToken) =>
        [.. (await RouteTableDriver.SearchAsync(_scope, Ec2Search.All(_scope), cancellationToken).ConfigureAwait(false)).Select(Fact)];

    private static StackRouteTable Fact(RouteTable table)
    {
        Route? way = (table.Routes ?? []).FirstOrDefault(route => route.DestinationCidrBlock == Everywhere);
        string? target = way?.NatGatewayId ?? way?.GatewayId ?? way?.NetworkInterfaceId ?? way?.TransitGatewayId;
        return new(table.RouteTableId, [.. (table.Associations ?? []).Select(association => association.SubnetId).OfType<string>()], target, way?.State == RouteState.Blackhole);
    }

    private async Task<IReadOnlyList<StackNatGateway>> NatGatewaysAsync(Task<List<Amazon.EC2.Model.Subnet>> subnets, CancellationToken cancellationToken)
    {
        List<NatGateway> gateways = await NatGatewayDriver.SearchAsync(_scope, Ec2Search.All(_scope), cancellationToken).ConfigureAwait(false);
        Dictionary<string, string> zones = (await subnets.ConfigureAwait(false)).ToDictionary(subnet => subnet.SubnetId, subnet => subnet.AvailabilityZone);
        return
        [
            .. gateways.Where(NatGatewayDriver.IsThere).Select(gateway => new StackNatGateway(
                gateway.NatGatewayId,
                gateway.AvailabilityMode == AvailabilityMode.Regional || gateway.SubnetId is null ? null : zones.GetValueOrDefault(gateway.SubnetId),
                gateway.State == NatGatewayState.Available)),
        ];
    }

    private async Task<IReadOnlyList<StackEndpoint>> EndpointsAsync(CancellationToken cancellationToken) =>
    [
        .. (await EndpointDriver.SearchAsync(_scope, Ec2Search.All(_scope), cancellationToken).ConfigureAwait(false)).Where(EndpointDriver.IsThere).Select(endpoint =>
            new StackEndpoint(endpoint.VpcEndpointId, endpoint.ServiceName[(endpoint.ServiceName.LastIndexOf('.') + 1)..], endpoint.RouteTableIds ?? [], endpoint.SubnetIds ?? [])),
    ];

    private async Task<IReadOnlyList<StackInstance>> InstancesAsync(CancellationToken cancellationToken) =>
    [
        .. (await InstanceDriver.LivingAsync(_scope, AppTags.Filter(_scope), cancellationToken).ConfigureAwait(false))
            .Where(instance => instance.State?.Name == InstanceStateName.Pending || instance.State?.Name == InstanceStateName.Running)
            .Select(instance => new StackInstance(instance.InstanceId, instance.Placement.AvailabilityZone, instance.InstanceType?.Value)),
    ];

    private static async Task<IReadOnlyList<StackSubnet>> FactsAsync(Task<List<Amazon.EC2.Model.Subnet>> subnets) =>
        [.. (await subnets.ConfigureAwait(false)).Select(subnet => new StackSubnet(subnet.SubnetId, Ec2Search.NameOf(subnet.Tags, subnet.SubnetId), subnet.AvailabilityZone))];

    private async Task<StackBucket?> BucketAsync(Task<string> policy, CancellationToken cancellationToken)
    {
        if (DirectoryAppReader.BucketIn(await policy.ConfigureAwait(false)) is not { } bucket)
            return null;
        Amazon.S3.Model.GetBucketVersioningResponse? answer = await Eventually.UnlessGoneAsync(
            () => connection.S3().GetBucketVersioningAsync(new Amazon.S3.Model.GetBucketVersioningRequest { BucketName = bucket }, cancellationToken),
            BucketDriver.IsMissing).ConfigureAwait(false);
        return new(bucket, answer is not null, answer?.VersioningConfig?.Status == VersionStatus.Enabled);
    }

    private async Task<StackTable?> TableAsync(Task<string> policy, CancellationToken cancellationToken)
    {
        if (DirectoryAppReader.TableIn(await policy.ConfigureAwait(false)) is not { } table)
            return null;
        DescribeContinuousBackupsResponse? answer = await Eventually.UnlessGoneAsync(
            () => connection.DynamoDb().DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = table }, cancellationToken),
            exception => exception.ErrorCode is "TableNotFoundException" or "ResourceNotFoundException").ConfigureAwait(false);
        return new(table, answer is not null, answer?.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus?.Value == "ENABLED");
    }

    private async Task<IReadOnlyList<StackAlarm>> AlarmsAsync(List<string> names, CancellationToken cancellationToken)
    {
        DescribeAlarmsResponse answer = await connection.CloudWatch().DescribeAlarmsAsync(new() { AlarmNames = names }, cancellationToken).ConfigureAwait(false);
        return [.. (answer.MetricAlarms ?? []).Select(alarm => new StackAlarm(alarm.AlarmName, alarm.MetricName ?? "", alarm.ActionsEnabled != false && alarm.AlarmActions is { Count: > 0 }))];
    }

    private async Task<StackTopic?> TopicAsync(string topicName, CancellationToken cancellationToken)
    {
        string arn = $"arn:{connection.Partition}:sns:{connection.Region}:{accountId}:{topicName}";
        ListSubscriptionsByTopicResponse? answer = await Eventually.UnlessGoneAsync(
            () => connection.Sns().ListSubscriptionsByTopicAsync(new ListSubscriptionsByTopicRequest { TopicArn = arn }, cancellationToken),
            TopicDriver.IsMissing).ConfigureAwait(false);
        List<string> readers = [.. (answer?.Subscriptions ?? []).Select(subscription => subscription.SubscriptionArn)];
        return answer is null ? null : new(arn, readers.Count(reader => reader.StartsWith("arn:", StringComparison.Ordinal)), readers.Count(reader => reader == "PendingConfirmation"));
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> zones) => [.. zones.Distinct().Order(StringComparer.Ordinal)];
}
