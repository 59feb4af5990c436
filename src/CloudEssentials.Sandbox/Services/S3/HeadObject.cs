using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>What an object is, without its body.</summary>
internal sealed class HeadObject : ReadObject
{
    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        return S3Objects.Describe(call, found.Bucket, Version(call, found));
    }
}
