using System.Collections.Concurrent;
using System.Collections.Immutable;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>An image of Amazon Linux 2023, which Amazon publishes in every Region under an id of its own.</summary>
/// <param name="Release">The release, such as <c>2023.9.20251117.0</c>; see "Amazon Linux 2023 release notes".</param>
/// <param name="Created">When it was published.</param>
/// <param name="IsMinimal">Whether it is the minimal image.</param>
/// <param name="Kernel">The kernel, such as <c>6.1</c>.</param>
/// <param name="Architecture"><c>x86_64</c> or <c>arm64</c>.</param>
/// <param name="Region">The Region.</param>
internal sealed record AmazonLinuxImage(string Release, DateTimeOffset Created, bool IsMinimal, string Kernel, string Architecture, string Region) : IEc2Resource
{
    /// <summary>Amazon's account.</summary>
    public const string OwnerId = "137112412989";

    /// <summary>The folder of public parameters that name the newest images.</summary>
    public const string ParameterPath = "/aws/service/ami-amazon-linux-latest";

    private const string DefaultKernel = "6.1";

    private static readonly ConcurrentDictionary<string, IReadOnlyList<AmazonLinuxImage>> Known = new(StringComparer.Ordinal);
    private static readonly bool[] Kinds = [false, true];
    private static readonly string[] Kernels = [DefaultKernel, "6.12"];
    private static readonly string[] Architectures = ["x86_64", "arm64"];

    /// <summary>The releases, the oldest first.</summary>
    public static IReadOnlyList<(string Release, DateTimeOffset Created)> Releases { get; } =
    [
        ("2023.8.20250908.0", new DateTimeOffset(2025, 9, 5, 21, 34, 0, TimeSpan.Zero)),
        ("2023.9.20251014.0", new DateTimeOffset(2025, 10, 10, 20, 51, 0, TimeSpan.Zero)),
        ("2023.9.20251117.0", new DateTimeOffset(2025, 11, 14, 22, 18, 0, TimeSpan.Zero)),
    ];

    /// <summary>A size of 8 GiB, or 2 of the minimal image.</summary>
    public int SizeInGiB => IsMinimal ? 2 : 8;

    public string Name { get; } = $"al2023-ami-{(IsMinimal ? "minimal-" : string.Empty)}{Release}-kernel-{Kernel}-{Architecture}";

    public string Description => $"Amazon Linux 2023 AMI {Release} {Architecture} {(IsMinimal ? "Minimal " : string.Empty)}HVM kernel-{Kernel}";

    public string Id { get; } = "ami-" + Digits(Region, Release, IsMinimal, Kernel, Architecture);

    public ImmutableSortedDictionary<string, string> Tags => ImmutableSortedDictionary<string, string>.Empty;

    public string SnapshotId => "snap-" + Id["ami-".Length..];

    /// <summary>The public parameters that name the image while it is the newest.</summary>
    public IEnumerable<string> Parameters
    {
        get
        {
            string start = $"{ParameterPath}/al2023-ami-{(IsMinimal ? "minimal-" : string.Empty)}kernel-";
            return Kernel == DefaultKernel ? [$"{start}{Kernel}-{Architecture}", $"{start}default-{Architecture}"] : [$"{start}{Kernel}-{Architecture}"];
        }
    }

    /// <summary>The images of a Region, the oldest first.</summary>
    public static IReadOnlyList<AmazonLinuxImage> In(string region) => Known.GetOrAdd(region, static known => [.. Make(known)]);

    /// <summary>The image of an id; null if the Region has none.</summary>
    public static AmazonLinuxImage? Find(string region, string id) => In(region).FirstOrDefault(image => image.Id == id);

    private static string Digits(string region, string release, bool isMinimal, string kernel, string architecture) =>
        IdGenerator.Make("amazon", $"{region}:{release}:{isMinimal}:{kernel}:{architecture}", 0, 17, IdGenerator.Hexadecimal);

    private static IEnumerable<AmazonLinuxImage> Make(string region) =>
        from release in Releases
        from minimal in Kinds
        from kernel in Kernels
        from architecture in Architectures
        select new AmazonLinuxImage(release.Release, release.Created, minimal, kernel, architecture, region);
}
