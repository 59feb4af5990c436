using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Whether a bucket is there and the caller may list it.</summary>
internal sealed class HeadBucket : S3Operation
{
    public override string? Permission => "ListBucket";

    public override JsonObject Execute(OperationCall call)
    {
        S3Bucket bucket = S3Buckets.Get(call).Bucket;
        return new JsonObject { ["BucketRegion"] = bucket.Region, ["BucketArn"] = $"arn:{call.Partition}:s3:::{bucket.Name}" };
    }
}
