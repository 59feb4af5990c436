using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CloudEssentials.Policies;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Policies of buckets: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html. A policy has
/// no tags: it belongs to whom its bucket belongs.
/// </summary>
internal sealed class BucketPolicyDriver : IResourceDriver
{
    private static readonly TimeSpan _lag = TimeSpan.FromMinutes(1);
    private readonly BucketDriver _buckets = new();

    /// <inheritdoc/>
    public string Type => "AWS::S3::BucketPolicy";

    /// <inheritdoc/>
    public async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        if (wish.Text("Bucket") is not { } bucket || !await BucketDriver.ExistsAsync(wish.Scope.Connection, bucket, cancellationToken).ConfigureAwait(false))
            return null;
        AmazonS3Client client = wish.Scope.Connection.S3();
        // A policy that somebody else's bucket lacks is not to be made: the bucket is found in its stead, and left alone.
        if (!BucketDriver.IsOwned(wish.Scope, await BucketDriver.TagsAsync(client, bucket, TimeSpan.Zero, cancellationToken).ConfigureAwait(false)))
            return Found(bucket) with { IsOwned = false };
        PolicyDocument? current = await GetAsync(client, bucket, cancellationToken).ConfigureAwait(false);
        if (current is null)
            return null;
        return current.Equals(wish.Properties.Policy("PolicyDocument")) ? Found(bucket) : Found(bucket) with { Differences = ["It says something else."] };
    }

    /// <inheritdoc/>
    public async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        string bucket = wish.Text("Bucket")!;
        PutBucketPolicyRequest request = new() { BucketName = bucket, Policy = wish.Properties.Policy("PolicyDocument").ToJson(PolicyJsonStyle.Compact) };
        await Eventually.CallAsync(
            () => wish.Scope.Connection.S3().PutBucketPolicyAsync(request, cancellationToken),
            exception => BucketDriver.IsMissing(exception) || exception.ErrorCode == "OperationAborted",
            _lag,
            cancellationToken).ConfigureAwait(false);
        return Found(bucket);
    }

    /// <inheritdoc/>
    public Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken) => CreateAsync(wish, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        List<FoundResource> owned = [];
        foreach (FoundResource bucket in await _buckets.FindOwnedAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            if (await GetAsync(scope.Connection.S3(), bucket.Id, cancellationToken).ConfigureAwait(false) is not null)
                owned.Add(Found(bucket.Id));
        }

        return owned;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken) =>
        Eventually.UnlessGoneAsync(() => scope.Connection.S3().DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = found.Id }, cancellationToken), IsGone);

    private static FoundResource Found(string bucket) => new("AWS::S3::BucketPolicy", bucket) { Name = bucket };

    private static bool IsGone(AmazonServiceException exception) => BucketDriver.IsMissing(exception) || exception.ErrorCode == "NoSuchBucketPolicy";

    private static async Task<PolicyDocument?> GetAsync(AmazonS3Client client, string bucket, CancellationToken cancellationToken)
    {
        GetBucketPolicyResponse? answer = await Eventually.UnlessGoneAsync(
            () => Repetition.RunAsync(() => client.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = bucket }, cancellationToken), cancellationToken),
            IsGone).ConfigureAwait(false);
        // Where there is none, the SDK hands over the text of the refusal as if it were the policy.
        return answer?.Policy is { } policy && policy.StartsWith('{') ? PolicyDocument.Parse(policy) : null;
    }
}
