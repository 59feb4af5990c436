using Amazon;
using CloudEssentials.Catalog;

namespace CloudEssentials.Aws.Connections;

/// <summary>The Regions that the SDK knows.</summary>
internal static class RegionNames
{
    /// <summary>The Region taken where none is named and none matters.</summary>
    internal const string Fallback = "us-east-1";

    /// <summary>A Region's code as AWS writes it.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="anywhere">True where an endpoint of one's own may have Regions of its own.</param>
    /// <exception cref="CloudException"><c>RegionUnknown</c>, with the nearest name.</exception>
    internal static string Check(string text, bool anywhere)
    {
        string region = text.Trim().ToLowerInvariant();
        List<string> known = [.. RegionEndpoint.EnumerableAllRegions.Select(endpoint => endpoint.SystemName)];
        if (known.Contains(region, StringComparer.Ordinal) || (anywhere && region.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            return region;

        string? nearest = NearestName.Find(region, known);
        throw new CloudException(
            "RegionUnknown",
            $"There is no Region '{text}'.",
            CloudErrorCategory.ObjectNotFound,
            text,
            nearest is null ? "Get-RegionAZMap -Offline lists the Regions." : $"Did you mean {nearest}? Get-RegionAZMap -Offline lists the Regions.");
    }

    /// <summary>The Region that signs for what a partition has once: https://docs.aws.amazon.com/general/latest/gr/iam-service.html.</summary>
    internal static string GlobalOf(string partition) => partition switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        "aws-iso" => "us-iso-east-1",
        "aws-iso-b" => "us-isob-east-1",
        "aws-iso-e" => "eu-isoe-west-1",
        "aws-iso-f" => "us-isof-south-1",
        "aws-eusc" => "eusc-de-east-1",
        _ => Fallback,
    };

    /// <summary>The partition of a Region, such as <c>aws</c> or <c>aws-cn</c>.</summary>
    internal static string PartitionOf(string region) => RegionEndpoint.GetBySystemName(region).PartitionName;
}
