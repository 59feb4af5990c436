using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>A bucket's policy, as it was given.</summary>
internal sealed class GetBucketPolicy : S3Operation
{
    /// <exception cref="ServiceError">NoSuchBucketPolicy.</exception>
    public static string PolicyOf(S3Bucket bucket) =>
        bucket.Policy ?? throw S3Errors.Of("NoSuchBucketPolicy", "The bucket policy does not exist", 404, ("BucketName", bucket.Name));

    public override JsonObject Execute(OperationCall call) => new() { ["Policy"] = PolicyOf(S3Buckets.Get(call).Bucket) };
}
