using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.Models;
using CloudEssentials.Sandbox.Signing;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// Tells which service a request is meant for, and in which Region: by AWS's host name, or, on an endpoint that all services share, by
/// what was signed, by the target header, or by the API version.
/// </summary>
internal static partial class ServiceResolver
{
    private const string DefaultRegion = "us-east-1";

    // Where a service's name in hosts and signatures is not the one of its model.
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["elasticloadbalancing"] = "elbv2",
        ["monitoring"] = "cloudwatch",
        ["access-analyzer"] = "accessanalyzer",
        ["api.pricing"] = "pricing",
    };

    private static readonly string[] FormServices = ["ec2", "iam", "sts", "elbv2", "autoscaling", "cloudwatch", "sns"];

    private static readonly string[] JsonServices = ["organizations", "ssm", "dynamodb", "pricing"];

    /// <returns>The service and Region; null if nothing tells.</returns>
    public static ServiceTarget? Resolve(WireRequest request, RequestSignature? signature)
    {
        if (S3Address.RegionOf(request.Header("host") ?? string.Empty) is { } place)
        {
            // Signed for whichever Region: S3's endpoint without one finds the bucket in any.
            return place.Length > 0 ? new ServiceTarget(Find("s3")!, place, place) : new ServiceTarget(Find("s3")!, signature?.Region ?? DefaultRegion, null) { IsGlobalEndpoint = true };
        }

        if (HostName().Match(request.Header("host") ?? string.Empty) is { Success: true } host && Find(host.Groups["service"].Value) is { } named)
        {
            string region = host.Groups["region"] is { Success: true } group ? group.Value : DefaultRegion;
            return new ServiceTarget(named, region, region) { IsGlobalEndpoint = !host.Groups["region"].Success };
        }

        ServiceModel? service = (signature is null ? null : Find(signature.Service)) ?? ByTarget(request) ?? ByVersion(request) ?? ByPath(request, signature);
        return service is null ? null : new ServiceTarget(service, signature?.Region ?? DefaultRegion, SigningRegion: null);
    }

    private static ServiceModel? Find(string name) =>
        ServiceModel.Find(Codes.TryGetValue(name, out string? code) ? code : name.ToLowerInvariant());

    private static ServiceModel? ByTarget(WireRequest request) => request.Header("x-amz-target") is { } target
        ? JsonServices.Select(ServiceModel.Find).FirstOrDefault(service => service?.TargetPrefix == target.Split('.')[0])
        : null;

    private static ServiceModel? ByVersion(WireRequest request) => FormProtocol.Peek(request, "Version") is { } version
        ? FormServices.Select(ServiceModel.Find).FirstOrDefault(service => service?.ApiVersion == version)
        : null;

    // Only buckets and objects are asked for by anyone without a signature.
    private static ServiceModel? ByPath(WireRequest request, RequestSignature? signature) => signature is null && request.Path.Length > 1 ? Find("s3") : null;

    [GeneratedRegex(
        @"^(?<service>(?:api\.)?[a-z0-9-]+?)(?:\.(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+))?\.(?:amazonaws\.com(?:\.cn)?|api\.aws)(?::\d+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
