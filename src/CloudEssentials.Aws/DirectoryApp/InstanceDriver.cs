using Amazon.EC2.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Instances, which are deleted here and made elsewhere: those of a group go with it, and what it left behind goes by itself.</summary>
internal sealed class InstanceDriver() : ResourceDriver("AWS::EC2::Instance")
{
    private static readonly List<string> _states = ["pending", "running", "stopping", "stopped", "shutting-down"];

    /// <inheritdoc/>
    public override Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken) =>
        [.. (await LivingAsync(scope, AppTags.Filter(scope), cancellationToken).ConfigureAwait(false)).Select(Found)];

    /// <inheritdoc/>
    public override async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        await Eventually.UnlessGoneAsync(() => scope.Ec2().TerminateInstancesAsync(new() { InstanceIds = [found.Id] }, cancellationToken), IsMissing).ConfigureAwait(false);
        await WaitUntilGoneAsync(scope, new("instance-id", [found.Id]), found.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until no instance that a filter finds is left but terminated ones.</summary>
    internal static Task WaitUntilGoneAsync(AppScope scope, Filter filter, string name, CancellationToken cancellationToken) => Eventually.AskAsync(
        async () => (await LivingAsync(scope, filter, cancellationToken).ConfigureAwait(false)).Count == 0 ? name : null,
        $"The end of the instances of {name}",
        Release,
        cancellationToken);

    private static bool IsMissing(Amazon.Runtime.AmazonServiceException exception) => exception.ErrorCode == "InvalidInstanceID.NotFound";

    /// <summary>The instances that a filter finds and that are not terminated.</summary>
    internal static async Task<List<Instance>> LivingAsync(AppScope scope, Filter filter, CancellationToken cancellationToken)
    {
        List<Instance> living = [];
        DescribeInstancesRequest request = new() { Filters = [filter, new("instance-state-name", _states)] };
        await foreach (Reservation reservation in scope.Ec2().Paginators.DescribeInstances(request).Reservations.WithCancellation(cancellationToken).ConfigureAwait(false))
            living.AddRange(reservation.Instances ?? []);
        return living;
    }

    private static FoundResource Found(Instance instance) => new("AWS::EC2::Instance", instance.InstanceId)
    {
        Name = Ec2Search.NameOf(instance.Tags, instance.InstanceId),
        GoesWith = AppTags.Value(instance.Tags, "aws:autoscaling:groupName"),
    };
}
