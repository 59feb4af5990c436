using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>An operation that reads an object.</summary>
internal abstract class ReadObject : S3Operation
{
    public override string? PermissionOf(OperationCall call) => call.Text("VersionId") is null ? "GetObject" : "GetObjectVersion";

    /// <exception cref="ServiceError">There is none, or the caller is not to know.</exception>
    protected S3Version Version(OperationCall call, S3Found found) =>
        S3Objects.Get(call, found, MayAlso(call, "s3:ListBucket", $"arn:{call.Partition}:s3:::{found.Bucket.Name}"));
}
