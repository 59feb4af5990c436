using CloudEssentials.Sandbox.Services.Ec2;

namespace CloudEssentials.Sandbox.Services.Ssm;

/// <summary>A public parameter of Systems Manager: the newest image of Amazon Linux of some kind.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Images">The images that it has named, by version; the last is the newest.</param>
internal sealed record PublicParameter(string Name, IReadOnlyList<AmazonLinuxImage> Images)
{
    public int LatestVersion => Images.Count;

    /// <summary>The parameters of a Region, by name.</summary>
    public static IEnumerable<PublicParameter> In(string region) => AmazonLinuxImage.In(region)
        .SelectMany(image => image.Parameters, (image, name) => (image, name))
        .GroupBy(pair => pair.name, pair => pair.image, StringComparer.Ordinal)
        .Select(group => new PublicParameter(group.Key, [.. group]))
        .OrderBy(parameter => parameter.Name, StringComparer.Ordinal);

    /// <summary>The parameter of a name; null if there is none.</summary>
    public static PublicParameter? Find(string region, string name) => In(region).FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>A parameter's ARN: a public one belongs to no account.</summary>
    public static string Arn(string region, string name, string accountId) =>
        $"arn:{Partitions.Of(region)}:ssm:{region}:{(name.StartsWith("/aws/service/", StringComparison.Ordinal) ? string.Empty : accountId)}:parameter/{name.TrimStart('/')}";
}
