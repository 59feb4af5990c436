using Amazon.ElasticLoadBalancingV2.Model;
using ListenerAction = Amazon.ElasticLoadBalancingV2.Model.Action;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Listeners, of which a load balancer has one a port: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html.
/// They go with the load balancer.
/// </summary>
internal sealed class ListenerDriver() : ResourceDriver("AWS::ElasticLoadBalancingV2::Listener")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("LoadBalancerArn") is not { } balancer)
            return null;
        DescribeListenersResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Balancing().DescribeListenersAsync(new() { LoadBalancerArn = balancer }, cancellationToken),
            BalancerTags.IsMissing).ConfigureAwait(false);
        if ((answer?.Listeners ?? []).FirstOrDefault(listener => listener.Port == wish.Properties.Number("Port")) is not { } listener)
            return null;
        bool forwards = listener.DefaultActions is [{ TargetGroupArn: { } target }] && target == TargetOf(wish);
        return forwards && listener.Protocol == wish.Text("Protocol") ? Found(wish, listener.ListenerArn) : Found(wish, listener.ListenerArn) with { Differences = ["It hands requests to somewhere else."] };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateListenerRequest request = new()
        {
            LoadBalancerArn = wish.Text("LoadBalancerArn"),
            Protocol = wish.Text("Protocol"),
            Port = wish.Properties.Number("Port"),
            DefaultActions = Actions(wish),
        };
        CreateListenerResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Balancing().CreateListenerAsync(request, cancellationToken),
            exception => exception.ErrorCode is "DuplicateListener" or "DuplicateListenerException").ConfigureAwait(false);
        if (answer is not null)
            return Found(wish, answer.Listeners[0].ListenerArn);
        FoundResource stands = await SeeAsync(wish, cancellationToken).ConfigureAwait(false);
        return stands.Differences.Count > 0 ? await UpdateAsync(wish, stands, cancellationToken).ConfigureAwait(false) : stands;
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        ModifyListenerRequest request = new()
        {
            ListenerArn = found.Id,
            Protocol = wish.Text("Protocol"),
            Port = wish.Properties.Number("Port"),
            DefaultActions = Actions(wish),
        };
        await wish.Scope.Balancing().ModifyListenerAsync(request, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) =>
        Eventually.UnlessGoneAsync(() => scope.Balancing().DeleteListenerAsync(new() { ListenerArn = found.Id }, cancellationToken), BalancerTags.IsMissing);

    private static string? TargetOf(ResourceWish wish) => wish.Properties.Objects("DefaultActions").FirstOrDefault()?.Text("TargetGroupArn");

    private static List<ListenerAction> Actions(ResourceWish wish) =>
        [.. wish.Properties.Objects("DefaultActions").Select(action => new ListenerAction { Type = action.Text("Type"), TargetGroupArn = action.Text("TargetGroupArn") })];

    private static FoundResource Found(ResourceWish wish, string arn) => new("AWS::ElasticLoadBalancingV2::Listener", arn) { GoesWith = wish.Text("LoadBalancerArn") };
}
