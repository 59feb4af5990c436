using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Takes away what keeps a bucket from being public.</summary>
internal sealed class DeletePublicAccessBlock : S3Operation
{
    public override string? Permission => "PutBucketPublicAccessBlock";

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        found.Set(found.Bucket with { PublicAccess = null });
        return [];
    }
}
