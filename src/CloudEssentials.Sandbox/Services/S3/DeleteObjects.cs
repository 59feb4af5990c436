using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Deletes many objects; each is allowed or refused by itself.</summary>
internal sealed class DeleteObjects : S3Operation
{
    private const int Maximum = 1000;

    public override string? PermissionOf(OperationCall call)
    {
        // Nobody is asked for the whole, but the bucket must be here.
        _ = Resources(call);
        return null;
    }

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        JsonNode wanted = call.Input["Delete"]!;
        JsonArray objects = wanted["Objects"]!.AsArray();
        if (objects.Count is 0 or > Maximum)
        {
            throw new ServiceError("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        }

        var deleted = new JsonArray();
        var errors = new JsonArray();
        foreach (JsonNode? one in objects)
        {
            string key = one!["Key"]!.GetValue<string>();
            string? version = one["VersionId"]?.GetValue<string>();
            string action = version is null ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
            if (MayAlso(call, action, $"arn:{call.Partition}:s3:::{found.Bucket.Name}/{key}"))
            {
                deleted.Add(Delete(call, found, key, version));
            }
            else
            {
                errors.Add(new JsonObject { ["Key"] = key, ["VersionId"] = version, ["Code"] = "AccessDenied", ["Message"] = "Access Denied" });
            }
        }

        return new JsonObject { ["Deleted"] = wanted["Quiet"]?.GetValue<bool>() == true ? null : deleted, ["Errors"] = errors };
    }

    private static JsonObject Delete(OperationCall call, S3Found found, string key, string? version)
    {
        (string? id, bool isMarker) = S3Objects.Delete(call, found, key, version);
        return new JsonObject
        {
            ["Key"] = key,
            ["VersionId"] = version,
            ["DeleteMarker"] = isMarker ? true : null,
            ["DeleteMarkerVersionId"] = isMarker ? id : null,
        };
    }
}
