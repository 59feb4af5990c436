using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>The versions of a bucket's objects and the marks of those that were deleted, the newest of a key first.</summary>
internal sealed class ListObjectVersions : S3Operation
{
    public override string? Permission => "ListBucketVersions";

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        string after = call.Text("KeyMarker") ?? string.Empty;
        string? afterVersion = call.Text("VersionIdMarker");
        bool passed = afterVersion is null;
        IEnumerable<Line> lines = found.State.In(found.Bucket.Name).SelectMany(kept => kept.Versions.Select((version, index) => new Line(kept.Key, version, index == 0)));
        var listing = new S3Listing<Line>(call, lines, line => line.Key, IsAfter);
        JsonObject answer = listing.Write();
        answer["KeyMarker"] = listing.Encode(after);
        answer["VersionIdMarker"] = afterVersion;
        answer["Versions"] = new JsonArray([.. listing.Items.Where(line => !line.Version.IsDeleteMarker).Select(line => Write(line, marker: false))]);
        answer["DeleteMarkers"] = new JsonArray([.. listing.Items.Where(line => line.Version.IsDeleteMarker).Select(line => Write(line, marker: true))]);
        if (listing is { IsTruncated: true, Page: [.., (string name, var last)] })
        {
            answer["NextKeyMarker"] = listing.Encode(name);
            answer["NextVersionIdMarker"] = last?.Version.Id;
        }

        return answer;

        bool IsAfter(string name, Line? line)
        {
            if (line is null || name != after)
            {
                return string.CompareOrdinal(name, after) > 0;
            }

            bool follows = passed && afterVersion is not null;
            passed |= line.Version.Id == afterVersion;
            return follows;
        }

        JsonObject Write(Line line, bool marker) => new()
        {
            ["Key"] = listing.Encode(line.Key),
            ["VersionId"] = line.Version.Id,
            ["IsLatest"] = line.IsLatest,
            ["LastModified"] = line.Version.Modified,
            ["Owner"] = new JsonObject { ["ID"] = S3Buckets.CanonicalId(found.Owner) },
            ["ETag"] = marker ? null : line.Version.ETag,
            ["Size"] = marker ? null : line.Version.Body.Length,
            ["StorageClass"] = marker ? null : line.Version.Headers.GetValueOrDefault("StorageClass") ?? "STANDARD",
        };
    }

    private sealed record Line(string Key, S3Version Version, bool IsLatest);
}
