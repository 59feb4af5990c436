using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>A bucket's tags.</summary>
internal sealed class GetBucketTagging : S3Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        S3Bucket bucket = S3Buckets.Get(call).Bucket;
        return bucket.Tags.IsEmpty
            ? throw S3Errors.Of("NoSuchTagSet", "The TagSet does not exist", 404, ("BucketName", bucket.Name))
            : new JsonObject { ["TagSet"] = S3Tags.Write(bucket.Tags) };
    }
}
