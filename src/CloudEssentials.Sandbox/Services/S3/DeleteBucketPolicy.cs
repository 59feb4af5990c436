using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Takes a bucket's policy away.</summary>
internal sealed class DeleteBucketPolicy : S3Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        found.Set(found.Bucket with { Policy = null });
        return [];
    }
}
