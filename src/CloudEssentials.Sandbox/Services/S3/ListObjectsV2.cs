using System.Text;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>The objects of a bucket, in pages.</summary>
internal sealed class ListObjectsV2 : S3Operation
{
    public override string? Permission => "ListBucket";

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        string start = call.Text("StartAfter") ?? string.Empty;
        string after = call.Text("ContinuationToken") is { } token ? ReadToken(token) : string.Empty;
        IEnumerable<S3Object> objects = found.State.In(found.Bucket.Name)
            .Where(kept => !kept.Latest.IsDeleteMarker && string.CompareOrdinal(kept.Key, start) > 0);
        var listing = new S3Listing<S3Object>(call, objects, kept => kept.Key, (name, _) => string.CompareOrdinal(name, after) > 0);
        JsonObject answer = listing.Write();
        answer["Contents"] = new JsonArray([.. listing.Items.Select(kept => new JsonObject
        {
            ["Key"] = listing.Encode(kept.Key),
            ["LastModified"] = kept.Latest.Modified,
            ["ETag"] = kept.Latest.ETag,
            ["ChecksumAlgorithm"] = new JsonArray(kept.Latest.ChecksumAlgorithm.ToUpperInvariant()),
            ["ChecksumType"] = "FULL_OBJECT",
            ["Size"] = kept.Latest.Body.Length,
            ["StorageClass"] = kept.Latest.Headers.GetValueOrDefault("StorageClass") ?? "STANDARD",
            ["Owner"] = call.Flag("FetchOwner") ? new JsonObject { ["ID"] = S3Buckets.CanonicalId(found.Owner) } : null,
        })]);
        answer["KeyCount"] = listing.Page.Count;
        answer["ContinuationToken"] = call.Text("ContinuationToken");
        answer["StartAfter"] = listing.Encode(call.Text("StartAfter"));
        answer["NextContinuationToken"] = listing is { IsTruncated: true, Page.Count: > 0 } ? Base64Url.Write(Encoding.UTF8.GetBytes(listing.Page[^1].Name)) : null;
        return answer;
    }

    private static string ReadToken(string token) => Base64Url.Read(token) is { } bytes
        ? Encoding.UTF8.GetString(bytes)
        : throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
}
