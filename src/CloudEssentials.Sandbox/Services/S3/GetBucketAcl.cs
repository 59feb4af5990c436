using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>A bucket's ACL, which gives everything to its owner and nothing to others.</summary>
internal sealed class GetBucketAcl : S3Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        string owner = S3Buckets.CanonicalId(S3Buckets.Get(call).Owner);
        return new JsonObject
        {
            ["Owner"] = new JsonObject { ["ID"] = owner },
            ["Grants"] = new JsonArray(new JsonObject
            {
                ["Grantee"] = new JsonObject { ["ID"] = owner, ["Type"] = "CanonicalUser" },
                ["Permission"] = "FULL_CONTROL",
            }),
        };
    }
}
