using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Takes a bucket's tags away.</summary>
internal sealed class DeleteBucketTagging : S3Operation
{
    public override string? Permission => "PutBucketTagging";

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        found.Set(found.Bucket with { Tags = found.Bucket.Tags.Clear() });
        return [];
    }
}
