using System.Text.RegularExpressions;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.EC2.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Reads how applications are.</summary>
/// <param name="connection">A connection in the applications' Region.</param>
/// <param name="accountId">The account.</param>
public sealed partial class DirectoryAppReader(AwsConnection connection, string accountId)
{
    private const string VpcType = "AWS::EC2::VPC";

    /// <summary>The names of the applications that have a network here.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The names, in order.</returns>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken)
    {
        DescribeVpcsRequest request = new() { Filters = [new("tag-key", [AppScope.TagKey]), new($"tag:{AppScope.PartTagKey}", ["Vpc"])] };
        DescribeVpcsResponse answer = await connection.Ec2().DescribeVpcsAsync(request, cancellationToken).ConfigureAwait(false);
        return [.. (answer.Vpcs ?? []).Select(vpc => AppTags.Value(vpc.Tags, AppScope.TagKey)!).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Reads one application.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The application; null where there is neither network, load balancer nor group of it.</returns>
    public async Task<DirectoryAppStack?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        Dictionary<string, AppResource> parts = Parts(name);
        AppScope scope = new(connection, accountId, name);
        Task<IReadOnlyList<FoundResource>> vpcs = new VpcDriver().FindOwnedAsync(scope, cancellationToken);
        Task<LoadBalancer?> balancer = BalancerAsync(parts["AWS::ElasticLoadBalancingV2::LoadBalancer"].Name, cancellationToken);
        Task<TargetGroup?> target = TargetAsync(parts["AWS::ElasticLoadBalancingV2::TargetGroup"].Name, cancellationToken);
        Task<AutoScalingGroup?> scaling = GroupAsync(parts["AWS::AutoScaling::AutoScalingGroup"].Name, cancellationToken);
        Task<string> policy = PolicyAsync(parts["AWS::IAM::Role"], cancellationToken);
        await Task.WhenAll(vpcs, balancer, target, scaling, policy).ConfigureAwait(false);
        FoundResource? vpc = (await vpcs.ConfigureAwait(false)).FirstOrDefault(found => found.Type == VpcType);
        LoadBalancer? alb = await balancer.ConfigureAwait(false);
        AutoScalingGroup? group = await scaling.ConfigureAwait(false);
        if (vpc is null && alb is null && group is null)
            return null;
        string? targetArn = (await target.ConfigureAwait(false))?.TargetGroupArn;
        IReadOnlyList<string> health = await HealthAsync(targetArn, cancellationToken).ConfigureAwait(false);
        int healthy = health.Count(state => state == "healthy");
        string storage = await policy.ConfigureAwait(false);
        return new()
        {
            Name = name,
            State = State(vpc is not null && alb is not null && targetArn is not null, group, health),
            Url = alb is null ? null : new Uri($"http://{alb.DNSName}/"),
            Region = connection.Region,
            Zones = [.. (group?.AvailabilityZones ?? []).Order(StringComparer.Ordinal)],
            VpcId = vpc?.Id,
            AutoScalingGroupName = group?.AutoScalingGroupName,
            TargetGroupArn = targetArn,
            HealthyInstances = healthy,
            DesiredCapacity = group?.DesiredCapacity ?? 0,
            MinSize = group?.MinSize ?? 0,
            MaxSize = group?.MaxSize ?? 0,
            InstanceId = [.. (group?.Instances ?? []).Select(instance => instance.InstanceId)],
            BucketName = BucketIn(storage),
            TableName = TableIn(storage),
            Problem = group is not null && healthy < group.DesiredCapacity ? await ProblemAsync(group.AutoScalingGroupName, cancellationToken).ConfigureAwait(false) : null,
            AccountId = accountId,
            Source = connection.IsSandbox ? "Sandbox" : "AWS",
        };
    }

    // Names are the blueprint's; what else an application may be does not touch them.
    internal IReadOnlyList<AppResource> All(string name) =>
        DirectoryAppBlueprint.Stack(new() { Name = name, Region = connection.Region, Partition = connection.Partition, AccountId = accountId, PhotosBucket = "photos" });

    internal Dictionary<string, AppResource> Parts(string name) => All(name).GroupBy(resource => resource.Type).ToDictionary(group => group.Key, group => group.First());

    private static DirectoryAppState State(bool isComplete, AutoScalingGroup? group, IReadOnlyList<string> health)
    {
        int healthy = health.Count(state => state == "healthy");
        return (isComplete, group) switch
        {
            (false, _) or (_, null) => DirectoryAppState.Incomplete,
            (_, { } wanted) when healthy >= wanted.DesiredCapacity => DirectoryAppState.Healthy,
            _ when healthy > 0 => DirectoryAppState.Degraded,
            _ when health.All(state => state is "initial" or "unused") => DirectoryAppState.Starting,
            _ => DirectoryAppState.Unhealthy,
        };
    }

    internal async Task<LoadBalancer?> BalancerAsync(string name, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(
            () => connection.LoadBalancing().DescribeLoadBalancersAsync(new() { Names = [name] }, cancellationToken),
            BalancerTags.IsMissing).ConfigureAwait(false))?.LoadBalancers?.FirstOrDefault();

    internal async Task<TargetGroup?> TargetAsync(string name, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(
            () => connection.LoadBalancing().DescribeTargetGroupsAsync(new() { Names = [name] }, cancellationToken),
            BalancerTags.IsMissing).ConfigureAwait(false))?.TargetGroups?.FirstOrDefault();

    private async Task<IReadOnlyList<string>> HealthAsync(string? targetArn, CancellationToken cancellationToken)
    {
        if (targetArn is null)
            return [];
        DescribeTargetHealthResponse? answer = await Eventually.UnlessGoneAsync(
            () => connection.LoadBalancing().DescribeTargetHealthAsync(new() { TargetGroupArn = targetArn }, cancellationToken),
            BalancerTags.IsMissing).ConfigureAwait(false);
        return [.. (answer?.TargetHealthDescriptions ?? []).Select(target => target.TargetHealth.State.Value)];
    }

    internal async Task<AutoScalingGroup?> GroupAsync(string name, CancellationToken cancellationToken) =>
        (await connection.AutoScaling().DescribeAutoScalingGroupsAsync(new() { AutoScalingGroupNames = [name] }, cancellationToken).ConfigureAwait(false)).AutoScalingGroups?.FirstOrDefault();

    internal async Task<string?> ProblemAsync(string group, CancellationToken cancellationToken)
    {
        DescribeScalingActivitiesResponse answer = await connection.AutoScaling().DescribeScalingActivitiesAsync(new() { AutoScalingGroupName = group, MaxRecords = 10 }, cancellationToken).ConfigureAwait(false);
        Activity? last = (answer.Activities ?? []).MaxBy(activity => activity.StartTime);
        return last?.StatusCode == ScalingActivityStatusCode.Failed ? last.StatusMessage : null;
    }

    internal async Task<string> PolicyAsync(AppResource role, CancellationToken cancellationToken)
    {
        string policy = role.Properties.Objects("Policies").First().Text("PolicyName")!;
        return $"{await new RoleGateway(connection).FindInlinePolicyAsync(role.Name, policy, cancellationToken).ConfigureAwait(false)}";
    }

    /// <summary>The bucket that a role's policy names, or null.</summary>
    internal static string? BucketIn(string policy) => BucketPattern().Match(policy) is { Success: true } bucket ? bucket.Groups["name"].Value : null;

    /// <summary>The table that a role's policy names, or null.</summary>
    internal static string? TableIn(string policy) => TablePattern().Match(policy) is { Success: true } table ? table.Groups["name"].Value : null;

    [GeneratedRegex("""arn:[a-z-]+:s3:::(?<name>[^/"*]+)/\*""")]
    private static partial Regex BucketPattern();

    [GeneratedRegex("""arn:[a-z-]+:dynamodb:[^"]*:table/(?<name>[^"/]+)""")]
    private static partial Regex TablePattern();
}
