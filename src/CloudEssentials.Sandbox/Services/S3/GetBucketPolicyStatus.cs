using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Whether a bucket's policy makes it public.</summary>
internal sealed class GetBucketPolicyStatus : S3Operation
{
    public override JsonObject Execute(OperationCall call) =>
        new() { ["PolicyStatus"] = new JsonObject { ["IsPublic"] = S3PolicyGrammar.IsPublic(GetBucketPolicy.PolicyOf(S3Buckets.Get(call).Bucket)) } };
}
