using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Deletes an object, or one version of it.</summary>
internal sealed class DeleteObject : S3Operation
{
    public override string? PermissionOf(OperationCall call) => call.Text("VersionId") is null ? "DeleteObject" : "DeleteObjectVersion";

    public override JsonObject Execute(OperationCall call)
    {
        (string? id, bool isMarker) = S3Objects.Delete(call, S3Buckets.Get(call), call.RequiredText("Key"), call.Text("VersionId"));
        return new JsonObject { ["VersionId"] = id, ["DeleteMarker"] = isMarker ? true : null };
    }
}
