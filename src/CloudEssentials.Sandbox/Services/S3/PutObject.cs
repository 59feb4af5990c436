using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Puts an object into a bucket.</summary>
internal sealed class PutObject : S3Operation
{
    private const int MaximumKey = 1024;
    private const int MaximumMetadata = 2048;

    private static readonly string[] Kept =
        ["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires", "StorageClass", "WebsiteRedirectLocation"];

    private static readonly string[] Algorithms = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256", "sha512", "md5"];

    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call)
    {
        if (call.Text("Tagging") is not null)
        {
            yield return ("s3:PutObjectTagging", Resources(call)[0]);
        }
    }

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        string key = call.RequiredText("Key");
        Check(call, found, key);
        S3Version version = Read(call, found.Bucket);
        var answer = new JsonObject
        {
            ["ETag"] = version.ETag,
            ["VersionId"] = S3Objects.Add(call, found, key, version),
            ["ServerSideEncryption"] = version.Headers["ServerSideEncryption"],
            ["SSEKMSKeyId"] = version.Headers.GetValueOrDefault("SSEKMSKeyId"),
        };
        S3Objects.WriteChecksum(version, answer);
        return answer;
    }

    private static void Check(OperationCall call, S3Found found, string key)
    {
        if (Encoding.UTF8.GetByteCount(key) is var length and > MaximumKey)
        {
            throw S3Errors.Of("KeyTooLongError", "Your key is too long", 400, ("Size", $"{length}"), ("MaxSizeAllowed", $"{MaximumKey}"));
        }

        if (call.Text("ACL") is { } acl && acl is not ("bucket-owner-full-control" or "private"))
        {
            throw found.Bucket.Ownership == S3Bucket.Enforced
                ? new ServiceError("AccessControlListNotSupported", "The bucket does not allow ACLs")
                : S3Errors.AccessDenied();
        }

        if (call.Text("SSECustomerAlgorithm") is not null)
        {
            throw new ServiceError("NotImplemented", "The sandbox does not encrypt under keys of customers.", 501);
        }

        S3Object? kept = found.Object(key);
        string? current = kept is { Latest.IsDeleteMarker: false } ? S3Objects.Unquoted(kept.Latest.ETag) : null;
        if (call.Text("IfNoneMatch") is not null && current is not null)
        {
            throw S3Objects.PreconditionFailed("If-None-Match");
        }

        if (call.Text("IfMatch") is { } match && S3Objects.Unquoted(match) != current)
        {
            throw current is null ? S3Errors.NoSuchKey(key) : S3Objects.PreconditionFailed("If-Match");
        }
    }

    private static S3Version Read(OperationCall call, S3Bucket bucket)
    {
        byte[] body = Convert.FromBase64String(call.Text("Body") ?? string.Empty);
        string algorithm = Algorithms.FirstOrDefault(name => call.Text($"Checksum{name.ToUpperInvariant()}") is not null) ?? "crc64nvme";
        return new S3Version
        {
            Body = body,
            ETag = $"\"{Convert.ToHexString(Convert.FromBase64String(Checksums.Of("md5", body)!)).ToLowerInvariant()}\"",
            Modified = call.Now,
            Metadata = Metadata(call),
            Headers = Headers(call, bucket),
            ChecksumAlgorithm = algorithm,
            Checksum = Checksums.Of(algorithm, body),
            Tags = S3Tags.Parse(call.Text("Tagging")),
        };
    }

    private static ImmutableSortedDictionary<string, string> Metadata(OperationCall call)
    {
        ImmutableSortedDictionary<string, string> metadata = (call.Input["Metadata"]?.AsObject() ?? [])
            .ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value!.GetValue<string>());
        return metadata.Sum(entry => entry.Key.Length + entry.Value.Length) > MaximumMetadata
            ? throw new ServiceError("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
            : metadata;
    }

    private static ImmutableSortedDictionary<string, string> Headers(OperationCall call, S3Bucket bucket)
    {
        var headers = Kept.Where(name => call.Text(name) is not null).ToDictionary(name => name, name => call.RequiredText(name));
        headers.TryAdd("ContentType", "binary/octet-stream");
        if (headers.GetValueOrDefault("StorageClass") == "STANDARD")
        {
            headers.Remove("StorageClass");
        }

        string algorithm = headers["ServerSideEncryption"] = call.Text("ServerSideEncryption") ?? bucket.Encryption.Algorithm;
        if (algorithm != S3Encryption.Default.Algorithm)
        {
            headers["SSEKMSKeyId"] = call.Text("SSEKMSKeyId") ?? bucket.Encryption.KeyId ?? $"arn:{call.Partition}:kms:{bucket.Region}:{call.AccountId}:alias/aws/s3";
        }

        return headers.ToImmutableSortedDictionary();
    }
}
