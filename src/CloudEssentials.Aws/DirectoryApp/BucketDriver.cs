using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Buckets of S3: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html.</summary>
internal sealed class BucketDriver : IResourceDriver
{
    private static readonly TimeSpan _lag = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Type => "AWS::S3::Bucket";

    /// <inheritdoc/>
    public async Task<FoundResource?> FindAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        string name = NameOf(wish);
        if (!await ExistsAsync(wish.Scope.Connection, name, cancellationToken).ConfigureAwait(false))
            return null;
        FoundResource found = await FoundAsync(wish.Scope, name, cancellationToken).ConfigureAwait(false);
        if (!found.IsOwned)
            return found;
        List<string> differences = [];
        foreach (BucketSetting setting in BucketSetting.Of(wish, name))
        {
            if (!await setting.IsSetAsync(cancellationToken).ConfigureAwait(false))
                differences.Add(setting.Difference);
        }

        return found with { Differences = differences };
    }

    /// <inheritdoc/>
    public async Task<FoundResource> CreateAsync(ResourceWish wish, CancellationToken cancellationToken)
    {
        string name = NameOf(wish);
        AmazonS3Client client = wish.Scope.Connection.S3();
        bool isNew = await PutAsync(wish, name, cancellationToken).ConfigureAwait(false);
        List<Tag>? tags = await TagsAsync(client, name, isNew ? _lag : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        if (isNew && tags is not { Count: > 0 })
            await client.PutBucketTaggingAsync(new() { BucketName = name, TagSet = Tags(wish) }, cancellationToken).ConfigureAwait(false);
        else if (!IsOwned(wish.Scope, tags))
            throw IamTags.Foreign("bucket", name, wish.Scope);
        return await UpdateAsync(wish, Found(wish.Scope, name, isOwned: true), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<FoundResource> UpdateAsync(ResourceWish wish, FoundResource found, CancellationToken cancellationToken)
    {
        foreach (BucketSetting setting in BucketSetting.Of(wish, found.Id))
        {
            if (!await Eventually.CallAsync(() => setting.IsSetAsync(cancellationToken), IsMissing, _lag, cancellationToken).ConfigureAwait(false))
                await Eventually.CallAsync(() => setting.SetAsync(cancellationToken), IsPassing, _lag, cancellationToken).ConfigureAwait(false);
        }

        return found with { Differences = [] };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FoundResource>> FindOwnedAsync(AppScope scope, CancellationToken cancellationToken)
    {
        AmazonS3Client client = scope.Connection.S3();
        List<FoundResource> owned = [];
        ListBucketsRequest request = new() { MaxBuckets = 1000 };
        do
        {
            ListBucketsResponse page = await client.ListBucketsAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (S3Bucket bucket in page.Buckets ?? [])
            {
                if ((bucket.BucketRegion is null || bucket.BucketRegion == scope.Connection.Region)
                    && await FoundAsync(scope, bucket.BucketName, cancellationToken).ConfigureAwait(false) is { IsOwned: true } found)
                    owned.Add(found);
            }

            request.ContinuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(request.ContinuationToken));
        return owned;
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(AppScope scope, FoundResource found, CancellationToken cancellationToken)
    {
        AmazonS3Client client = scope.Connection.S3();
        if (scope.IncludeData)
            await EmptyAsync(client, found.Id, cancellationToken).ConfigureAwait(false);
        try
        {
            await Eventually.UnlessGoneAsync(() => client.DeleteBucketAsync(new DeleteBucketRequest { BucketName = found.Id }, cancellationToken), IsMissing).ConfigureAwait(false);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "BucketNotEmpty" && !scope.IncludeData)
        {
            throw new CloudException("BucketNotEmpty", $"The bucket '{found.Id}' holds objects.", CloudErrorCategory.ResourceBusy, found.Id, "-IncludeData removes them with it.", exception);
        }
    }

    /// <summary>True where the bucket is there and may be used.</summary>
    /// <exception cref="CloudException"><c>BucketNotOwn</c>: it belongs to another account; <c>BucketElsewhere</c>: it is in another Region.</exception>
    internal static async Task<bool> ExistsAsync(AwsConnection connection, string name, CancellationToken cancellationToken)
    {
        string region = connection.Region;
        try
        {
            HeadBucketResponse head = await Repetition.RunAsync(() => connection.S3().HeadBucketAsync(new() { BucketName = name }, cancellationToken), cancellationToken).ConfigureAwait(false);
            return string.IsNullOrEmpty(head.BucketRegion) || head.BucketRegion == region ? true : throw Elsewhere(name, head.BucketRegion, region);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect)
        {
            throw Elsewhere(name, await RegionAsync(connection, name, cancellationToken).ConfigureAwait(false), region);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new CloudException(
                "BucketNotOwn",
                $"There is a bucket '{name}', and it cannot be looked at: it belongs to another account, or s3:ListBucket on it is not allowed.",
                CloudErrorCategory.PermissionDenied,
                name,
                "The names of buckets are unique in the world: choose another.",
                exception);
        }
    }

    /// <summary>True for the refusal that says that a bucket is not there, or not known yet.</summary>
    internal static bool IsMissing(AmazonServiceException exception) => exception.ErrorCode == "NoSuchBucket";

    /// <summary>The tags of a bucket; none where it has none, null where they may not be read.</summary>
    internal static async Task<List<Tag>?> TagsAsync(AmazonS3Client client, string name, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            Task<GetBucketTaggingResponse> AskAsync() => Repetition.RunAsync(() => client.GetBucketTaggingAsync(new() { BucketName = name }, cancellationToken), cancellationToken);
            return (await Eventually.CallAsync(AskAsync, IsMissing, patience, cancellationToken).ConfigureAwait(false)).TagSet ?? [];
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "NoSuchTagSet" or "NoSuchTagSetError" or "NoSuchBucket")
        {
            return [];
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "AccessDenied" or "PermanentRedirect" or "AuthorizationHeaderMalformed")
        {
            // Whose tags may not be read is none of ours, and so is what stands in another Region.
            return null;
        }
    }

    /// <summary>True where tags say that a bucket belongs to the application.</summary>
    internal static bool IsOwned(AppScope scope, List<Tag>? tags) => AppTags.IsOwned(scope, (tags ?? []).Select(tag => (tag.Key, tag.Value)));

    private static string NameOf(ResourceWish wish) => wish.Text("BucketName") ?? wish.Resource.Name;

    private static List<Tag> Tags(ResourceWish wish) => [.. AppTags.Of(wish).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    // A conflicting change to the same bucket is still under way.
    private static bool IsPassing(AmazonServiceException exception) => IsMissing(exception) || exception.ErrorCode == "OperationAborted";

    private static async Task<bool> PutAsync(ResourceWish wish, string name, CancellationToken cancellationToken)
    {
        string region = wish.Scope.Connection.Region;
        PutBucketRequest request = new()
        {
            BucketName = name,
            // us-east-1 is where a bucket is without a word about it: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html.
            PutBucketConfiguration = new() { LocationConstraint = region == "us-east-1" ? null : new BucketLocationConstraint(region), Tags = Tags(wish) },
            ObjectOwnership = ObjectOwnership.BucketOwnerEnforced,
        };
        try
        {
            await Eventually.CallAsync(() => wish.Scope.Connection.S3().PutBucketAsync(request, cancellationToken), exception => exception.ErrorCode == "OperationAborted", _lag, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "BucketAlreadyOwnedByYou")
        {
            return false;
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "BucketAlreadyExists")
        {
            throw new CloudException("BucketNotOwn", $"The bucket '{name}' belongs to another account.", CloudErrorCategory.ResourceExists, name, "The names of buckets are unique in the world: choose another.", exception);
        }
    }

    private static async Task<FoundResource> FoundAsync(AppScope scope, string name, CancellationToken cancellationToken) =>
        Found(scope, name, IsOwned(scope, await TagsAsync(scope.Connection.S3(), name, TimeSpan.Zero, cancellationToken).ConfigureAwait(false)));

    private static FoundResource Found(AppScope scope, string name, bool isOwned) => new("AWS::S3::Bucket", name)
    {
        Name = name,
        Attributes = new Dictionary<string, string>
        {
            ["Arn"] = $"arn:{scope.Connection.Partition}:s3:::{name}",
            ["DomainName"] = $"{name}.s3.amazonaws.com",
            ["RegionalDomainName"] = $"{name}.s3.{scope.Connection.Region}.amazonaws.com",
        },
        IsOwned = isOwned,
    };

    private static async Task<string?> RegionAsync(AwsConnection connection, string name, CancellationToken cancellationToken)
    {
        try
        {
            string? location = (await connection.S3().GetBucketLocationAsync(new GetBucketLocationRequest { BucketName = name }, cancellationToken).ConfigureAwait(false)).Location?.Value;
            return location switch { null or "" => "us-east-1", "EU" => "eu-west-1", _ => location };
        }
        catch (AmazonS3Exception)
        {
            return null;
        }
    }

    private static CloudException Elsewhere(string name, string? where, string region) => new(
        "BucketElsewhere",
        $"The bucket '{name}' is in {where ?? "another Region"}, and the application would run in {region}.",
        CloudErrorCategory.InvalidArgument,
        name,
        $"Name a bucket in {region}{(where is null ? "" : $", or give -Region {where}")}.");

    private static async Task EmptyAsync(AmazonS3Client client, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            ListVersionsResponse? page = await Eventually.UnlessGoneAsync(() => client.ListVersionsAsync(new ListVersionsRequest { BucketName = name }, cancellationToken), IsMissing).ConfigureAwait(false);
            if (page?.Versions is not { Count: > 0 } versions)
                return;
            DeleteObjectsRequest request = new() { BucketName = name, Quiet = true, Objects = [.. versions.Select(version => new KeyVersion { Key = version.Key, VersionId = version.VersionId })] };
            await Eventually.UnlessGoneAsync(() => client.DeleteObjectsAsync(request, cancellationToken), IsMissing).ConfigureAwait(false);
        }
    }
}
