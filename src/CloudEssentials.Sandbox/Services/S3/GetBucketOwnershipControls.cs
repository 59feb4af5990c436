using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Who owns what others put into a bucket.</summary>
internal sealed class GetBucketOwnershipControls : S3Operation
{
    public override JsonObject Execute(OperationCall call) => new()
    {
        ["OwnershipControls"] = new JsonObject { ["Rules"] = new JsonArray(new JsonObject { ["ObjectOwnership"] = S3Buckets.Get(call).Bucket.Ownership }) },
    };
}
