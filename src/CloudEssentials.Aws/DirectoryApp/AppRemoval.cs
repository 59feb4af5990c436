using CloudEssentials.Aws.Clients;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Removes all of an application. What was made a moment before may not show yet, and what is gone may show still: it looks again until
/// searches have shown nothing for as long as they may lag. The role goes last, for it says that there may be more: see <see cref="AppRun"/>.
/// </summary>
internal sealed class AppRemoval(AppExecutor executor, IProgress<AppStep>? progress)
{
    private const string Role = "AWS::IAM::Role";
    private const int MostRounds = 20;

    /// <summary>The types of which an application's data consist.</summary>
    internal static readonly IReadOnlyList<string> DataTypes = ["AWS::S3::Bucket", "AWS::DynamoDB::Table"];

    // These go with what they belong to.
    private static readonly string[] _dependent = ["AWS::S3::BucketPolicy", "AWS::EC2::Route", "AWS::SNS::Subscription"];

    /// <summary>The types that a removal looks for.</summary>
    internal static IReadOnlyList<string> Types(AppExecutor executor, bool includeData) =>
        [.. executor.Types.Except(_dependent).Except(includeData ? [] : DataTypes)];

    /// <summary>Removes.</summary>
    /// <exception cref="CloudException"><c>DirectoryAppNotGone</c>; AWS's refusals.</exception>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> types = Types(executor, executor.Scope.IncludeData);
        await ClearAsync([.. types.Where(type => type != Role)], executor.Scope.Connection.Lag, cancellationToken).ConfigureAwait(false);
        await ClearAsync([Role], TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }

    private async Task ClearAsync(IReadOnlyList<string> types, TimeSpan lag, CancellationToken cancellationToken)
    {
        WaitClock.Use(executor.Scope.Connection.Clock);
        TimeProvider clock = WaitClock.Current;
        bool hasWaited = false;
        for (int round = 1; round <= MostRounds; round++)
        {
            IReadOnlyList<FoundResource> left = await executor.FindOwnedAsync(types, cancellationToken).ConfigureAwait(false);
            if (left.Count == 0 && (hasWaited || lag == TimeSpan.Zero))
                return;
            await executor.DeleteAsync(left, progress, cancellationToken).ConfigureAwait(false);
            await Task.Delay(lag == TimeSpan.Zero ? TimeSpan.FromSeconds(round - 1) : lag, clock, cancellationToken).ConfigureAwait(false);
            hasWaited = true;
        }

        IReadOnlyList<FoundResource> last = await executor.FindOwnedAsync(types, cancellationToken).ConfigureAwait(false);
        if (last.Count > 0)
        {
            throw new CloudException(
                "DirectoryAppNotGone",
                $"These bear the tag {AppScope.TagKey}={executor.Scope.AppName} and are still there: {string.Join(", ", last.Select(found => $"{found.Type} {found.Id}"))}.",
                CloudErrorCategory.ResourceBusy,
                executor.Scope.AppName,
                "Look what makes them anew or holds them, and run the same command again.");
        }
    }
}
