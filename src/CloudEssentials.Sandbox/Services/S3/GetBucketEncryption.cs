using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>How a bucket encrypts.</summary>
internal sealed class GetBucketEncryption : S3Operation
{
    public override string? Permission => "GetEncryptionConfiguration";

    public override JsonObject Execute(OperationCall call)
    {
        S3Encryption encryption = S3Buckets.Get(call).Bucket.Encryption;
        return new JsonObject
        {
            ["ServerSideEncryptionConfiguration"] = new JsonObject
            {
                ["Rules"] = new JsonArray(new JsonObject
                {
                    ["ApplyServerSideEncryptionByDefault"] = new JsonObject { ["SSEAlgorithm"] = encryption.Algorithm, ["KMSMasterKeyID"] = encryption.KeyId },
                    ["BucketKeyEnabled"] = encryption.BucketKey,
                }),
            },
        };
    }
}
