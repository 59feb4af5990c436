using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Takes an empty bucket away.</summary>
internal sealed class DeleteBucket : S3Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        if (found.State.In(found.Bucket.Name).Any())
        {
            string more = found.Bucket.Versioning is null ? string.Empty : " You must delete all versions in the bucket.";
            throw new ServiceError("BucketNotEmpty", $"The bucket you tried to delete is not empty.{more}", 409)
            {
                Details = new Dictionary<string, string> { ["BucketName"] = found.Bucket.Name },
            };
        }

        found.State.Buckets.Remove(found.Bucket.Name);
        return [];
    }
}
