using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>The account's buckets of all Regions.</summary>
internal sealed class ListBuckets : SandboxOperation
{
    private const int LargestPage = 10000;

    public override string? Permission => "ListAllMyBuckets";

    public override JsonObject Execute(OperationCall call)
    {
        string prefix = call.Text("Prefix") ?? string.Empty;
        string? after = call.Text("ContinuationToken");
        int size = call.Number("MaxBuckets") ?? LargestPage;
        List<S3Bucket> rest =
        [
            .. S3State.Of(call.State).Buckets.Seen.Values
                .Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(bucket.Name, after) > 0)
                .Where(bucket => call.Text("BucketRegion") is not { } region || bucket.Region == region)
                .Take(size + 1),
        ];
        return new JsonObject
        {
            ["Owner"] = new JsonObject { ["ID"] = S3Buckets.CanonicalId(call.State) },
            ["Buckets"] = new JsonArray([.. rest.Take(size).Select(bucket => new JsonObject
            {
                ["Name"] = bucket.Name,
                ["CreationDate"] = bucket.Created,
                ["BucketRegion"] = bucket.Region,
                ["BucketArn"] = $"arn:{call.Partition}:s3:::{bucket.Name}",
            })]),
            ["ContinuationToken"] = rest.Count > size ? rest[size - 1].Name : null,
            ["Prefix"] = call.Text("Prefix"),
        };
    }
}
