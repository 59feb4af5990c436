using System.Text.RegularExpressions;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>
/// What a request to S3 is about: the bucket stands in the host or in the path. See "Virtual hosting of buckets" in the S3 User Guide.
/// </summary>
/// <param name="Bucket">The bucket's name; null for none.</param>
/// <param name="Key">The object's key, decoded; null for none.</param>
/// <param name="IsVirtualHosted">Whether the bucket stands in the host.</param>
internal sealed partial record S3Address(string? Bucket, string? Key, bool IsVirtualHosted)
{
    /// <summary>The subresources of buckets and objects: a query that names one is about that and nothing else.</summary>
    public static readonly IReadOnlySet<string> Subresources = new HashSet<string>(StringComparer.Ordinal)
    {
        "abac", "accelerate", "acl", "analytics", "attributes", "cors", "delete", "encryption", "intelligent-tiering", "inventory",
        "legal-hold", "lifecycle", "location", "logging", "metadataConfiguration", "metadataTable", "metrics", "notification",
        "object-lock", "ownershipControls", "policy", "policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore",
        "retention", "select", "session", "tagging", "torrent", "uploadId", "uploads", "versioning", "versions", "website",
    };

    /// <summary>Whether a host is S3's, and in which Region.</summary>
    /// <returns>The Region, empty where the host names none; null if it is another service's host.</returns>
    public static string? RegionOf(string host) => HostName().Match(host) is { Success: true } match ? match.Groups["region"].Value : null;

    public static S3Address Of(WireRequest request)
    {
        Match host = HostName().Match(request.Header("host") ?? string.Empty);
        if (host.Groups["bucket"].Success)
        {
            return new S3Address(host.Groups["bucket"].Value, Named(request.Path.TrimStart('/').Length == 0 ? string.Empty : request.Path[1..]), IsVirtualHosted: true);
        }

        string[] parts = request.Path.Split('/', 3);
        return new S3Address(Named(parts.ElementAtOrDefault(1)), Named(parts.ElementAtOrDefault(2)), IsVirtualHosted: false);
    }

    private static string? Named(string? part) => string.IsNullOrEmpty(part) ? null : Uri.UnescapeDataString(part);

    [GeneratedRegex(
        @"^(?:(?<bucket>[^:]+)\.)?s3(?:\.dualstack)?(?:[.-](?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+))?\.amazonaws\.com(?:\.cn)?(?::\d+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
