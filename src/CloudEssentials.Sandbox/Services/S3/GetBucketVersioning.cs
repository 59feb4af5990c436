using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Whether a bucket keeps versions; nothing is said of one that never did.</summary>
internal sealed class GetBucketVersioning : S3Operation
{
    public override JsonObject Execute(OperationCall call) => new() { ["Status"] = S3Buckets.Get(call).Bucket.Versioning };
}
