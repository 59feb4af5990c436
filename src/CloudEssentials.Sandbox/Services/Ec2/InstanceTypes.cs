using System.Globalization;
using CloudEssentials.Regions;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// The common instance types, and where they are offered. The families of Xen are not offered in Regions that opened after 2018; the zones
/// that lack generations are those of which EC2's refusals are widely told.
/// </summary>
internal static class InstanceTypes
{
    // A family: its name, architecture, manufacturer, whether it is of Nitro and current, MiB a vCPU (0 where the sizes say it), and its sizes.
    private const string Families = """
        t2   x86_64 Intel xen   current 0    nano:1:512 micro:1:1024 small:1:2048 medium:2:4096 large:2:8192 xlarge:4:16384 2xlarge:8:32768
        t3   x86_64 Intel nitro current 0    nano:2:512 micro:2:1024 small:2:2048 medium:2:4096 large:2:8192 xlarge:4:16384 2xlarge:8:32768
        t3a  x86_64 AMD   nitro current 0    nano:2:512 micro:2:1024 small:2:2048 medium:2:4096 large:2:8192 xlarge:4:16384 2xlarge:8:32768
        t4g  arm64  AWS   nitro current 0    nano:2:512 micro:2:1024 small:2:2048 medium:2:4096 large:2:8192 xlarge:4:16384 2xlarge:8:32768
        m4   x86_64 Intel xen   old     4096 large xlarge 2xlarge 4xlarge
        m5   x86_64 Intel nitro current 4096 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge
        m5a  x86_64 AMD   nitro current 4096 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge
        m6g  arm64  AWS   nitro current 4096 medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge
        m6i  x86_64 Intel nitro current 4096 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge
        m7g  arm64  AWS   nitro current 4096 medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge
        m7i  x86_64 Intel nitro current 4096 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge
        c5   x86_64 Intel nitro current 2048 large xlarge 2xlarge 4xlarge 9xlarge 12xlarge 18xlarge 24xlarge
        c6g  arm64  AWS   nitro current 2048 medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge
        c6i  x86_64 Intel nitro current 2048 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge 32xlarge
        c7g  arm64  AWS   nitro current 2048 medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge
        r5   x86_64 Intel nitro current 8192 large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge
        r6g  arm64  AWS   nitro current 8192 medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge
        """;

    private static readonly Dictionary<string, InstanceTypeFacts> ByName = Families
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(Read)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    private static readonly string[] RegionsWithXen =
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "sa-east-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1",
        "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2", "us-gov-west-1", "us-gov-east-1",
        "cn-north-1", "cn-northwest-1",
    ];

    // By the zone's id: us-east-1's oldest zone has nothing of Nitro; two that opened late have nothing of Xen.
    private static readonly Dictionary<string, bool> ZonesOfOneKind = new() { ["use1-az3"] = false, ["usw2-az4"] = true, ["cac1-az4"] = true };

    /// <summary>All types that are known, by name.</summary>
    public static IEnumerable<InstanceTypeFacts> All => ByName.Values;

    public static InstanceTypeFacts? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether a Region offers a type.</summary>
    public static bool IsOffered(InstanceTypeFacts type, string region) => type.IsNitro || RegionsWithXen.Contains(region);

    /// <summary>The Availability Zones of a Region that offer a type, by name.</summary>
    public static IEnumerable<ZoneFacts> ZonesWith(InstanceTypeFacts type, string region) => IsOffered(type, region)
        ? RegionCatalog.Default.Get(region).Zones
            .Where(zone => zone.Type == ZoneType.AvailabilityZone && !(zone.SampleId is { } id && ZonesOfOneKind.TryGetValue(id, out bool nitro) && nitro != type.IsNitro))
        : [];

    /// <summary>The type of a launch.</summary>
    /// <exception cref="ServiceError">The Region does not offer it.</exception>
    public static InstanceTypeFacts Require(string name, string region) => Find(name) is { } type && IsOffered(type, region) ? type : throw new ServiceError(
        "Unsupported", "The requested configuration is currently not supported. Please check the documentation for supported configurations.");

    /// <exception cref="ServiceError">The zone does not offer the type; which do is said.</exception>
    public static void RequireIn(InstanceTypeFacts type, string region, string zone)
    {
        List<string> zones = [.. ZonesWith(type, region).Select(offering => offering.Name)];
        if (!zones.Contains(zone))
        {
            throw new ServiceError(
                "Unsupported",
                $"Your requested instance type ({type.Name}) is not supported in your requested Availability Zone ({zone}). Please retry your request by not specifying an Availability Zone or choosing {string.Join(", ", zones)}.");
        }
    }

    private static IEnumerable<InstanceTypeFacts> Read(string line)
    {
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int perVcpu = int.Parse(parts[5], CultureInfo.InvariantCulture);
        foreach (string[] size in parts[6..].Select(size => size.Split(':')))
        {
            int vcpus = size.Length > 1 ? int.Parse(size[1], CultureInfo.InvariantCulture) : Vcpus(size[0]);
            (int interfaces, int addresses) = parts[0][0] == 't' ? OfBurstable(parts[0], size[0]) : OfOthers(vcpus);
            yield return new InstanceTypeFacts
            {
                Name = $"{parts[0]}.{size[0]}",
                Architecture = parts[1],
                Manufacturer = parts[2],
                IsNitro = parts[3] == "nitro",
                IsCurrent = parts[4] == "current",
                Vcpus = vcpus,
                MemoryInMiB = size.Length > 1 ? int.Parse(size[2], CultureInfo.InvariantCulture) : vcpus * perVcpu,
                NetworkInterfaces = interfaces,
                AddressesPerInterface = addresses,
            };
        }
    }

    private static int Vcpus(string size) => size switch
    {
        "medium" => 1,
        "large" => 2,
        "xlarge" => 4,
        _ => 4 * int.Parse(size.AsSpan(0, size.Length - "xlarge".Length), CultureInfo.InvariantCulture),
    };

    private static (int Interfaces, int Addresses) OfBurstable(string family, string size) => size switch
    {
        "nano" or "micro" => (2, 2),
        "small" => (family == "t3a" ? 2 : 3, 4),
        "medium" => (3, 6),
        "large" => (3, 12),
        _ => (family == "t2" ? 3 : 4, 15),
    };

    private static (int Interfaces, int Addresses) OfOthers(int vcpus) => vcpus switch
    {
        1 => (2, 4),
        2 => (3, 10),
        <= 8 => (4, 15),
        <= 48 => (8, 30),
        _ => (15, 50),
    };
}
