using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Gives a bucket tags in the place of those that it has.</summary>
internal sealed class PutBucketTagging : S3Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        found.Set(found.Bucket with { Tags = S3Tags.Read(call.Input["Tagging"]!["TagSet"]) });
        return [];
    }
}
