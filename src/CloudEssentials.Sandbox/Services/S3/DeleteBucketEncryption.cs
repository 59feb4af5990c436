using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Has a bucket encrypt as every new one does.</summary>
internal sealed class DeleteBucketEncryption : S3Operation
{
    public override string? Permission => "PutEncryptionConfiguration";

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        found.Set(found.Bucket with { Encryption = S3Encryption.Default });
        return [];
    }
}
