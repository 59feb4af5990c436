using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Says how a bucket encrypts.</summary>
internal sealed class PutBucketEncryption : S3Operation
{
    public override string? Permission => "PutEncryptionConfiguration";

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        JsonArray rules = call.Input["ServerSideEncryptionConfiguration"]!["Rules"]!.AsArray();
        JsonNode? given = rules.Count == 1 ? rules[0]!["ApplyServerSideEncryptionByDefault"] : null;
        if (given is null)
        {
            throw new ServiceError("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        }

        string algorithm = given["SSEAlgorithm"]!.GetValue<string>();
        string? key = given["KMSMasterKeyID"]?.GetValue<string>();
        if (algorithm == S3Encryption.Default.Algorithm && key is not null)
        {
            throw S3Errors.InvalidArgument("a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse", "ApplyServerSideEncryptionByDefault", algorithm);
        }

        found.Set(found.Bucket with { Encryption = new S3Encryption(algorithm, key, rules[0]!["BucketKeyEnabled"]?.GetValue<bool>() ?? false) });
        return [];
    }
}
