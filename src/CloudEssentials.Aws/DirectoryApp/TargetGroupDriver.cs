using System.Text.Json.Nodes;
using Amazon.ElasticLoadBalancingV2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Target groups: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html.</summary>
internal sealed class TargetGroupDriver() : ResourceDriver("AWS::ElasticLoadBalancingV2::TargetGroup")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        DescribeTargetGroupsResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Balancing().DescribeTargetGroupsAsync(new() { Names = [NameOf(wish)] }, cancellationToken),
            BalancerTags.IsMissing).ConfigureAwait(false);
        if (answer?.TargetGroups?.FirstOrDefault() is not { } group)
            return null;
        if ((await BalancerTags.OwnedAsync(wish.Scope, [group.TargetGroupArn], cancellationToken).ConfigureAwait(false)).Count == 0)
            throw IamTags.Foreign("target group", group.TargetGroupName, wish.Scope);
        if (wish.Text("VpcId") is { } vpcId && vpcId != group.VpcId)
            throw Fixed(wish, $"it belongs to {group.VpcId}, and the application's network is {vpcId}.");
        return Found(group) with { Differences = await DifferencesAsync(wish, group, cancellationToken).ConfigureAwait(false) };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        JsonObject wanted = wish.Properties;
        CreateTargetGroupRequest request = new()
        {
            Name = NameOf(wish),
            VpcId = wish.Text("VpcId"),
            TargetType = wish.Text("TargetType"),
            Protocol = wish.Text("Protocol"),
            Port = wanted.Number("Port"),
            HealthCheckProtocol = wish.Text("HealthCheckProtocol"),
            HealthCheckPath = wish.Text("HealthCheckPath"),
            HealthCheckIntervalSeconds = wanted.Number("HealthCheckIntervalSeconds"),
            HealthCheckTimeoutSeconds = wanted.Number("HealthCheckTimeoutSeconds"),
            HealthyThresholdCount = wanted.Number("HealthyThresholdCount"),
            UnhealthyThresholdCount = wanted.Number("UnhealthyThresholdCount"),
            Matcher = new() { HttpCode = CodesOf(wish) },
            Tags = BalancerTags.Of(wish),
        };
        CreateTargetGroupResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Balancing().CreateTargetGroupAsync(request, cancellationToken),
            exception => exception.ErrorCode is "DuplicateTargetGroupName" or "DuplicateTargetGroupNameException").ConfigureAwait(false);
        FoundResource stands = answer is null ? await SeeAsync(wish, cancellationToken).ConfigureAwait(false) : Found(answer.TargetGroups[0]);
        if (stands.Differences.Count > 0)
            return await UpdateAsync(wish, stands, cancellationToken).ConfigureAwait(false);
        // What is set by default needs no call.
        if (answer is not null && await OtherAttributesAsync(wish, stands.Id, cancellationToken).ConfigureAwait(false) is { Count: > 0 } others)
            await SetAsync(wish, stands.Id, others, cancellationToken).ConfigureAwait(false);
        return stands;
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        JsonObject wanted = wish.Properties;
        ModifyTargetGroupRequest request = new()
        {
            TargetGroupArn = found.Id,
            HealthCheckProtocol = wish.Text("HealthCheckProtocol"),
            HealthCheckPath = wish.Text("HealthCheckPath"),
            HealthCheckIntervalSeconds = wanted.Number("HealthCheckIntervalSeconds"),
            HealthCheckTimeoutSeconds = wanted.Number("HealthCheckTimeoutSeconds"),
            HealthyThresholdCount = wanted.Number("HealthyThresholdCount"),
            UnhealthyThresholdCount = wanted.Number("UnhealthyThresholdCount"),
            Matcher = new() { HttpCode = CodesOf(wish) },
        };
        await wish.Scope.Balancing().ModifyTargetGroupAsync(request, cancellationToken).ConfigureAwait(false);
        if (await OtherAttributesAsync(wish, found.Id, cancellationToken).ConfigureAwait(false) is { Count: > 0 } others)
            await SetAsync(wish, found.Id, others, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<TargetGroup> all = [];
        await foreach (TargetGroup group in scope.Balancing().Paginators.DescribeTargetGroups(new()).TargetGroups.WithCancellation(cancellationToken).ConfigureAwait(false))
            all.Add(group);
        IReadOnlySet<string> owned = await BalancerTags.OwnedAsync(scope, all.Select(group => group.TargetGroupArn), cancellationToken).ConfigureAwait(false);
        return [.. all.Where(group => owned.Contains(group.TargetGroupArn)).Select(Found)];
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) => Eventually.UnlessGoneAsync(
        () => Eventually.CallAsync(
            () => scope.Balancing().DeleteTargetGroupAsync(new() { TargetGroupArn = found.Id }, cancellationToken),
            exception => exception.ErrorCode is "ResourceInUse" or "ResourceInUseException",
            Release,
            cancellationToken),
        BalancerTags.IsMissing);

    private static string NameOf(ResourceWish wish) => wish.Text("Name") ?? wish.Resource.Name;

    private static string? CodesOf(ResourceWish wish) => (wish.Properties["Matcher"] as JsonObject)?.Text("HttpCode");

    private static Task<ModifyTargetGroupAttributesResponse> SetAsync(ResourceWish wish, string arn, List<TargetGroupAttribute> attributes, CancellationToken cancellationToken) =>
        wish.Scope.Balancing().ModifyTargetGroupAttributesAsync(new() { TargetGroupArn = arn, Attributes = attributes }, cancellationToken);

    private static async Task<List<TargetGroupAttribute>> OtherAttributesAsync(ResourceWish wish, string arn, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> wanted = wish.Properties.Objects("TargetGroupAttributes").ToDictionary(attribute => attribute.Text("Key")!, attribute => attribute.Text("Value"));
        if (wanted.Count == 0)
            return [];
        DescribeTargetGroupAttributesResponse answer = await wish.Scope.Balancing().DescribeTargetGroupAttributesAsync(new() { TargetGroupArn = arn }, cancellationToken).ConfigureAwait(false);
        foreach (TargetGroupAttribute attribute in answer.Attributes ?? [])
        {
            if (wanted.GetValueOrDefault(attribute.Key) == attribute.Value)
                wanted.Remove(attribute.Key);
        }

        return [.. wanted.Select(attribute => new TargetGroupAttribute { Key = attribute.Key, Value = attribute.Value })];
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(ResourceWish wish, TargetGroup group, CancellationToken cancellationToken)
    {
        JsonObject wanted = wish.Properties;
        List<string> differences =
        [
            .. Differs("health check path", group.HealthCheckPath, wish.Text("HealthCheckPath")),
            .. Differs("health check interval", group.HealthCheckIntervalSeconds, wanted.Number("HealthCheckIntervalSeconds")),
            .. Differs("health check timeout", group.HealthCheckTimeoutSeconds, wanted.Number("HealthCheckTimeoutSeconds")),
            .. Differs("healthy threshold", group.HealthyThresholdCount, wanted.Number("HealthyThresholdCount")),
            .. Differs("unhealthy threshold", group.UnhealthyThresholdCount, wanted.Number("UnhealthyThresholdCount")),
            .. Differs("matcher", group.Matcher?.HttpCode, CodesOf(wish)),
        ];
        foreach (TargetGroupAttribute other in await OtherAttributesAsync(wish, group.TargetGroupArn, cancellationToken).ConfigureAwait(false))
            differences.Add($"Its {other.Key} is not {other.Value}.");
        return differences;
    }

    private static IEnumerable<string> Differs<T>(string what, T? current, T? wanted) =>
        wanted is null || wanted.Equals(current) ? [] : [$"Its {what} is {current}, and {wanted} is wanted."];

    private static FoundResource Found(TargetGroup group) => new("AWS::ElasticLoadBalancingV2::TargetGroup", group.TargetGroupArn)
    {
        Name = group.TargetGroupName,
        Attributes = new Dictionary<string, string>
        {
            ["TargetGroupArn"] = group.TargetGroupArn,
            ["TargetGroupName"] = group.TargetGroupName,
            ["TargetGroupFullName"] = BalancerTags.FullName(group.TargetGroupArn, ":"),
        },
    };
}
