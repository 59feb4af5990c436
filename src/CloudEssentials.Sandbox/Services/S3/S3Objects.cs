using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>What putting, reading and deleting objects have in common.</summary>
internal static class S3Objects
{
    private const string VersionAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

    /// <summary>Puts a version in front of what stands under its key, as the bucket's versioning has it.</summary>
    /// <returns>The id that the caller is told; null in a bucket that never had versions.</returns>
    public static string? Add(OperationCall call, S3Found found, string key, S3Version version)
    {
        bool keeps = found.Bucket.Versioning == "Enabled";
        S3Version added = version with { Id = keeps ? call.NewId(string.Empty, 32, VersionAlphabet) : S3Version.Unversioned };
        ImmutableList<S3Version> earlier = found.Object(key)?.Versions ?? [];
        var changed = new S3Object(found.Bucket.Name, key, earlier.RemoveAll(old => old.Id == added.Id).Insert(0, added));
        found.State.Objects[changed.Id] = changed;
        return found.Bucket.Versioning is null ? null : added.Id;
    }

    /// <summary>Deletes an object, or one version of it. Deleting what is not there succeeds.</summary>
    /// <returns>The id of the marker or version, and whether a marker was made or taken away.</returns>
    public static (string? VersionId, bool IsMarker) Delete(OperationCall call, S3Found found, string key, string? versionId)
    {
        S3Object? kept = found.Object(key);
        if (versionId is not null)
        {
            S3Version? version = kept?.Versions.Find(version => version.Id == versionId);
            if (version is not null)
            {
                Keep(found, kept! with { Versions = kept.Versions.Remove(version) });
            }

            return (versionId, version is { IsDeleteMarker: true });
        }

        if (found.Bucket.Versioning is not null)
        {
            return (Add(call, found, key, new S3Version { IsDeleteMarker = true, Modified = call.Now }), true);
        }

        if (kept is not null)
        {
            found.State.Objects.Remove(kept.Id);
        }

        return (null, false);
    }

    /// <summary>The version that a call asks for.</summary>
    /// <exception cref="ServiceError">There is none, or its conditions are not met.</exception>
    public static S3Version Get(OperationCall call, S3Found found, bool mayList)
    {
        string key = call.RequiredText("Key");
        S3Object? kept = found.Object(key);
        string? id = call.Text("VersionId");
        S3Version? version = id is null ? kept?.Latest : kept?.Versions.Find(version => version.Id == id);
        if (version is null || version.IsDeleteMarker)
        {
            // Who may not list is not told what is missing.
            throw !mayList ? S3Errors.AccessDenied() : Missing(key, id, version);
        }

        if (call.Text("IfMatch") is { } match && match != "*" && Unquoted(match) != Unquoted(version.ETag))
        {
            throw PreconditionFailed("If-Match");
        }

        if (call.Text("IfNoneMatch") is { } none && (none == "*" || Unquoted(none) == Unquoted(version.ETag)))
        {
            throw new ServiceError("NotModified", "Not Modified", 304) { Headers = new Dictionary<string, string> { ["ETag"] = version.ETag } };
        }

        return version;
    }

    public static ServiceError PreconditionFailed(string condition) =>
        S3Errors.Of("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412, ("Condition", condition));

    /// <summary>What HEAD tells of a version, and GET beside its body.</summary>
    public static JsonObject Describe(OperationCall call, S3Bucket bucket, S3Version version)
    {
        var answer = new JsonObject
        {
            ["AcceptRanges"] = "bytes",
            ["LastModified"] = version.Modified,
            ["ContentLength"] = version.Body.Length,
            ["ETag"] = version.ETag,
            ["VersionId"] = bucket.Versioning is null ? null : version.Id,
            ["Metadata"] = new JsonObject(version.Metadata.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value))),
            ["TagCount"] = version.Tags.IsEmpty ? null : version.Tags.Count,
        };
        foreach ((string name, string value) in version.Headers)
        {
            answer[name] = value;
        }

        if (call.Text("ChecksumMode") == "ENABLED")
        {
            WriteChecksum(version, answer);
        }

        return answer;
    }

    public static void WriteChecksum(S3Version version, JsonObject answer)
    {
        answer[$"Checksum{version.ChecksumAlgorithm.ToUpperInvariant()}"] = version.Checksum;
        answer["ChecksumType"] = "FULL_OBJECT";
    }

    public static string Unquoted(string tag) => tag.Trim('"');

    private static ServiceError Missing(string key, string? id, S3Version? marker)
    {
        Dictionary<string, string> headers = marker is null ? [] : new() { ["x-amz-delete-marker"] = "true", ["x-amz-version-id"] = marker.Id };
        return id is null ? new ServiceError("NoSuchKey", "The specified key does not exist.", 404) { Details = new Dictionary<string, string> { ["Key"] = key }, Headers = headers }
            : marker is null ? S3Errors.Of("NoSuchVersion", "The specified version does not exist.", 404, ("Key", key), ("VersionId", id))
            : new ServiceError("MethodNotAllowed", "The specified method is not allowed against this resource.", 405) { Headers = headers };
    }

    private static void Keep(S3Found found, S3Object changed)
    {
        if (changed.Versions.IsEmpty)
        {
            found.State.Objects.Remove(changed.Id);
        }
        else
        {
            found.State.Objects[changed.Id] = changed;
        }
    }
}
