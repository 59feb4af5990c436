using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Has a bucket keep versions, or no longer.</summary>
internal sealed class PutBucketVersioning : S3Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        JsonNode given = call.Input["VersioningConfiguration"]!;
        if (given["MFADelete"]?.GetValue<string>() == "Enabled")
        {
            throw new ServiceError("NotImplemented", "The sandbox has no MFA Delete.", 501);
        }

        string status = given["Status"]?.GetValue<string>()
            ?? throw new ServiceError("IllegalVersioningConfigurationException", "The Versioning element must be specified");
        found.Set(found.Bucket with { Versioning = status });
        return [];
    }
}
