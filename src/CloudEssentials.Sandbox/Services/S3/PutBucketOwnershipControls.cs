using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Says who owns what others put into a bucket.</summary>
internal sealed class PutBucketOwnershipControls : S3Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        found.Set(found.Bucket with { Ownership = call.Input["OwnershipControls"]!["Rules"]![0]!["ObjectOwnership"]!.GetValue<string>() });
        return [];
    }
}
