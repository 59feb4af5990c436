using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Says what keeps a bucket from being public; what is not named is off.</summary>
internal sealed class PutPublicAccessBlock : S3Operation
{
    public override string? Permission => "PutBucketPublicAccessBlock";

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        JsonNode given = call.Input["PublicAccessBlockConfiguration"]!;
        found.Set(found.Bucket with { PublicAccess = new S3PublicAccess(Is("BlockPublicAcls"), Is("IgnorePublicAcls"), Is("BlockPublicPolicy"), Is("RestrictPublicBuckets")) });
        return [];

        bool Is(string name) => given[name]?.GetValue<bool>() ?? false;
    }
}
