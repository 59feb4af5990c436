using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>What keeps a bucket from being public.</summary>
internal sealed class GetPublicAccessBlock : S3Operation
{
    public override string? Permission => "GetBucketPublicAccessBlock";

    public override JsonObject Execute(OperationCall call)
    {
        S3Bucket bucket = S3Buckets.Get(call).Bucket;
        S3PublicAccess access = bucket.PublicAccess
            ?? throw S3Errors.Of("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", 404, ("BucketName", bucket.Name));
        return new JsonObject
        {
            ["PublicAccessBlockConfiguration"] = new JsonObject
            {
                ["BlockPublicAcls"] = access.BlockPublicAcls,
                ["IgnorePublicAcls"] = access.IgnorePublicAcls,
                ["BlockPublicPolicy"] = access.BlockPublicPolicy,
                ["RestrictPublicBuckets"] = access.RestrictPublicBuckets,
            },
        };
    }
}
