using Amazon.ElasticLoadBalancingV2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Application load balancers: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html.</summary>
internal sealed class LoadBalancerDriver() : ResourceDriver("AWS::ElasticLoadBalancingV2::LoadBalancer")
{
    /// <inheritdoc/>
    public override async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (await GetAsync(wish.Scope, new() { Names = [NameOf(wish)] }, cancellationToken).ConfigureAwait(false) is not { } balancer)
            return null;
        FoundResource found = await FoundAsync(wish.Scope, balancer, cancellationToken).ConfigureAwait(false);
        if (!found.IsOwned)
            throw IamTags.Foreign("load balancer", found.Name, wish.Scope);
        return found with { Differences = Differences(wish, balancer) };
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        CreateLoadBalancerRequest request = new()
        {
            Name = NameOf(wish),
            Type = wish.Text("Type"),
            Scheme = wish.Text("Scheme"),
            IpAddressType = wish.Text("IpAddressType"),
            Subnets = wish.Properties.Texts("Subnets"),
            SecurityGroups = wish.Properties.Texts("SecurityGroups"),
            Tags = BalancerTags.Of(wish),
        };
        CreateLoadBalancerResponse? answer = await Eventually.UnlessGoneAsync(
            () => wish.Scope.Balancing().CreateLoadBalancerAsync(request, cancellationToken),
            exception => exception.ErrorCode is "DuplicateLoadBalancerName" or "DuplicateLoadBalancerNameException").ConfigureAwait(false);
        if (answer is not null)
            return Found(answer.LoadBalancers[0]);
        FoundResource stands = await SeeAsync(wish, cancellationToken).ConfigureAwait(false);
        return stands.Differences.Count > 0 ? await UpdateAsync(wish, stands, cancellationToken).ConfigureAwait(false) : stands;
    }

    /// <inheritdoc/>
    public override async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        LoadBalancer? balancer = await GetAsync(wish.Scope, new() { LoadBalancerArns = [found.Id] }, cancellationToken).ConfigureAwait(false);
        if (balancer is null || !wish.Properties.Names("Subnets", SubnetsOf(balancer)))
            await wish.Scope.Balancing().SetSubnetsAsync(new() { LoadBalancerArn = found.Id, Subnets = wish.Properties.Texts("Subnets") }, cancellationToken).ConfigureAwait(false);
        if (balancer is null || !wish.Properties.Names("SecurityGroups", GroupsOf(balancer)))
            await wish.Scope.Balancing().SetSecurityGroupsAsync(new() { LoadBalancerArn = found.Id, SecurityGroups = wish.Properties.Texts("SecurityGroups") }, cancellationToken).ConfigureAwait(false);
        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<LoadBalancer> all = [];
        await foreach (LoadBalancer balancer in scope.Balancing().Paginators.DescribeLoadBalancers(new()).LoadBalancers.WithCancellation(cancellationToken).ConfigureAwait(false))
            all.Add(balancer);
        IReadOnlySet<string> owned = await BalancerTags.OwnedAsync(scope, all.Select(balancer => balancer.LoadBalancerArn), cancellationToken).ConfigureAwait(false);
        return [.. all.Where(balancer => owned.Contains(balancer.LoadBalancerArn)).Select(Found)];
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        await Eventually.UnlessGoneAsync(() => scope.Balancing().DeleteLoadBalancerAsync(new() { LoadBalancerArn = found.Id }, cancellationToken), BalancerTags.IsMissing).ConfigureAwait(false);
        await Eventually.AskAsync(
            async () => await GetAsync(scope, new() { LoadBalancerArns = [found.Id] }, cancellationToken).ConfigureAwait(false) is null ? found : null,
            $"The deletion of {found.Name}",
            Release,
            cancellationToken).ConfigureAwait(false);
    }

    private static string NameOf(ResourceWish wish) => wish.Text("Name") ?? wish.Resource.Name;

    private static IEnumerable<string> SubnetsOf(LoadBalancer balancer) => (balancer.AvailabilityZones ?? []).Select(zone => zone.SubnetId);

    private static List<string> GroupsOf(LoadBalancer balancer) => balancer.SecurityGroups ?? [];

    private static async Task<LoadBalancer?> GetAsync(AppScope scope, DescribeLoadBalancersRequest request, CancellationToken cancellationToken) =>
        (await Eventually.UnlessGoneAsync(() => scope.Balancing().DescribeLoadBalancersAsync(request, cancellationToken), BalancerTags.IsMissing).ConfigureAwait(false))?.LoadBalancers?.FirstOrDefault();

    private static List<string> Differences(ResourceWish wish, LoadBalancer balancer)
    {
        List<string> differences = [];
        if (!wish.Properties.Names("Subnets", SubnetsOf(balancer)))
            differences.Add("It is in other subnets than it should be.");
        if (!wish.Properties.Names("SecurityGroups", GroupsOf(balancer)))
            differences.Add("It has other security groups than it should have.");
        return differences;
    }

    private static async Task<FoundResource> FoundAsync(AppScope scope, LoadBalancer balancer, CancellationToken cancellationToken) =>
        Found(balancer) with { IsOwned = (await BalancerTags.OwnedAsync(scope, [balancer.LoadBalancerArn], cancellationToken).ConfigureAwait(false)).Count > 0 };

    private static FoundResource Found(LoadBalancer balancer) => new("AWS::ElasticLoadBalancingV2::LoadBalancer", balancer.LoadBalancerArn)
    {
        Name = balancer.LoadBalancerName,
        Attributes = new Dictionary<string, string>
        {
            ["DNSName"] = balancer.DNSName,
            ["CanonicalHostedZoneID"] = balancer.CanonicalHostedZoneId,
            ["LoadBalancerArn"] = balancer.LoadBalancerArn,
            ["LoadBalancerName"] = balancer.LoadBalancerName,
            ["LoadBalancerFullName"] = BalancerTags.FullName(balancer.LoadBalancerArn, ":loadbalancer/"),
        },
    };
}
