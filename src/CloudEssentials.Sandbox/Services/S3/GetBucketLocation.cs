using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>The Region of a bucket; the first Region has no name here.</summary>
internal sealed class GetBucketLocation : S3Operation
{
    protected override bool IsForAnyRegion => true;

    public override JsonObject Execute(OperationCall call) =>
        new() { ["LocationConstraint"] = S3Buckets.Get(call).Bucket.Region is var region && region == "us-east-1" ? string.Empty : region };
}
