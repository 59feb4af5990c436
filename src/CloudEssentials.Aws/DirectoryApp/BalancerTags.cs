using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>The tags of load balancers and target groups, which searches leave out.</summary>
internal static class BalancerTags
{
    /// <summary>How many resources may be asked for at once: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html.</summary>
    private const int Most = 20;

    /// <summary>The client.</summary>
    internal static AmazonElasticLoadBalancingV2Client Balancing(this AppScope scope) => scope.Connection.LoadBalancing();

    /// <summary>The tags of a resource in the service's form.</summary>
    internal static List<Tag> Of(ResourceWish wish) => [.. AppTags.Of(wish).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    /// <summary>Those of some resources that bear the application's tag.</summary>
    internal static async Task<IReadOnlySet<string>> OwnedAsync(AppScope scope, IEnumerable<string> arns, CancellationToken cancellationToken)
    {
        HashSet<string> owned = new(StringComparer.Ordinal);
        foreach (string[] some in arns.Chunk(Most))
        {
            DescribeTagsResponse? answer = await Eventually.UnlessGoneAsync(() => scope.Balancing().DescribeTagsAsync(new() { ResourceArns = [.. some] }, cancellationToken), IsMissing).ConfigureAwait(false);
            owned.UnionWith((answer?.TagDescriptions ?? []).Where(one => AppTags.IsOwned(scope, (one.Tags ?? []).Select(tag => (tag.Key, tag.Value)))).Select(one => one.ResourceArn));
        }

        return owned;
    }

    /// <summary>True for the refusals that say that something is not there, or not known yet.</summary>
    internal static bool IsMissing(Amazon.Runtime.AmazonServiceException exception) =>
        exception.ErrorCode is "LoadBalancerNotFound" or "TargetGroupNotFound" or "ListenerNotFound";

    /// <summary>The last part of an ARN, which metrics are named by.</summary>
    internal static string FullName(string arn, string prefix) => arn[(arn.LastIndexOf(prefix, StringComparison.Ordinal) + prefix.Length)..];
}
