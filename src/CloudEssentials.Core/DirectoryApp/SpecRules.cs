using System.Text.RegularExpressions;

namespace CloudEssentials.DirectoryApp;

/// <summary>The rules for an application, parameter by parameter.</summary>
internal static partial class SpecRules
{
    /// <summary>The longest name with which a load balancer's name, the shortest of the names that AWS allows, still fits in 32 characters.</summary>
    internal const int LongestName = 28;

    private const string CidrExample = "Give IPv4 addresses in CIDR notation, such as 203.0.113.0/24 or, for everyone, 0.0.0.0/0.";

    /// <summary>Makes sure that every value of an application can be right.</summary>
    internal static void Check(DirectoryAppSpec spec)
    {
        CheckName(spec.Name);
        CheckPlace(spec);
        BucketName.Check(spec.PhotosBucket);
        CheckTable(spec.TableName);
        CheckZones(spec);
        CheckNetwork(spec);
        CheckInstance(spec);
        CheckCapacity(spec);
        if (spec.NotificationEmail is { } email && !EmailPattern().IsMatch(email))
            throw SpecErrors.Invalid("EmailInvalid", "NotificationEmail", email, "is not an e-mail address.", "Give one such as operations@example.com.");
        AppTags.Check(spec.Tags);
    }

    /// <summary>Makes sure that a name can begin the names of everything that an application consists of.</summary>
    internal static void CheckName(string name)
    {
        string? fault = name switch
        {
            "" => "has no characters.",
            { Length: > LongestName } => $"has {name.Length} characters; a load balancer's name, which is made of it, has room for {LongestName}.",
            _ when !NamePattern().IsMatch(name) => "is not a letter followed by letters, digits and single hyphens.",
            _ when name.StartsWith("internal-", StringComparison.OrdinalIgnoreCase) => "begins with internal-, which load balancers' names may not.",
            _ when name.StartsWith("aws-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("sg-", StringComparison.OrdinalIgnoreCase) => "begins as names do that AWS keeps for itself.",
            _ => null,
        };
        if (fault is not null)
            throw SpecErrors.Invalid("AppNameInvalid", "Name", name, fault, $"Give up to {LongestName} letters, digits and hyphens that begin with a letter, such as directory.");
    }

    /// <summary>Makes sure that a text can be a Region's code.</summary>
    internal static void CheckRegion(string region)
    {
        if (!RegionPattern().IsMatch(region))
            throw SpecErrors.Invalid("RegionInvalid", "Region", region, "is not the code of a Region.", "Give one such as us-west-2.");
    }

    /// <summary>Makes sure that a text can be a table's name.</summary>
    internal static void CheckTable(string table)
    {
        if (!TablePattern().IsMatch(table))
            throw SpecErrors.Invalid("TableNameInvalid", "TableName", table, "cannot be the name of a DynamoDB table.", "A table's name has 3 to 255 letters, digits, underscores, hyphens and dots, such as Employees.");
    }

    /// <summary>Makes sure of where the application is downloaded from.</summary>
    internal static void CheckDownload(string? url, string? hash)
    {
        if (url is not null && !(UrlPattern().IsMatch(url) && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Host.Length > 0))
            throw SpecErrors.Invalid("AppUrlInvalid", "AppUrl", url, "is not an address that the application can be downloaded from.", "Give the HTTPS address of a zip file that holds the folder FlaskApp, such as https://example.com/FlaskApp.zip.");
        if (hash is not null && !HashPattern().IsMatch(hash))
            throw SpecErrors.Invalid("AppSha256Invalid", "AppSha256", hash, "is not a SHA-256.", "Give 64 hexadecimal digits, as Get-FileHash prints them.");
    }

    private static void CheckPlace(DirectoryAppSpec spec)
    {
        CheckRegion(spec.Region);
        if (spec.AccountId is { } account && !AccountPattern().IsMatch(account))
            throw SpecErrors.Invalid("AccountIdInvalid", "AccountId", account, "is not the number of an account.", "It has 12 digits.");
    }

    private static void CheckZones(DirectoryAppSpec spec)
    {
        if (spec.ZonesUsed is < 2 or > 4)
            throw SpecErrors.Invalid("ZoneCountInvalid", "ZoneCount", spec.ZonesUsed, "zones cannot be used.", "Use 2 to 4: with one the application falls with it.");
        foreach (string zone in spec.Zones.Where(zone => !zone.StartsWith(spec.Region, StringComparison.Ordinal) || !ZonePattern().IsMatch(zone[spec.Region.Length..])))
            throw SpecErrors.Invalid("ZoneInvalid", "Zone", zone, $"is not a zone of {spec.Region}.", $"Give one such as {spec.Region}a.");
        if (spec.Zones.Distinct(StringComparer.Ordinal).Count() < spec.Zones.Count)
            throw SpecErrors.Invalid("ZoneInvalid", "Zone", string.Join(", ", spec.Zones), "names a zone twice.", "Name each once.");
    }

    private static void CheckNetwork(DirectoryAppSpec spec)
    {
        CheckCidr("AllowedCidr", spec.AllowedCidr);
        CidrBlock network = CheckCidr("VpcCidr", spec.VpcCidr);
        if (network.Length is < 16 or > 23)
            throw SpecErrors.Invalid("CidrInvalid", "VpcCidr", spec.VpcCidr, "is not between /16, the largest network of a VPC, and /23, the smallest in which a load balancer finds room in every subnet.", "Give one such as 10.1.0.0/16.");
    }

    private static CidrBlock CheckCidr(string parameter, string text)
    {
        if (!CidrBlock.TryParse(text, out CidrBlock block))
            throw SpecErrors.Invalid("CidrInvalid", parameter, text, "is not a range of IPv4 addresses.", CidrExample);
        return block == block.Aligned
            ? block
            : throw SpecErrors.Invalid("CidrInvalid", parameter, text, "has an address within the network in the place of the network's own.", $"Did you mean {block.Aligned}?");
    }

    private static void CheckInstance(DirectoryAppSpec spec)
    {
        if (!InstanceTypes.IsWellFormed(spec.InstanceType))
            throw SpecErrors.Invalid("InstanceTypeInvalid", "InstanceType", spec.InstanceType, "is not an instance type.", "Give one such as t3.micro.");
        if (spec.ArchitectureUsed != InstanceTypes.ArchitectureOf(spec.InstanceType))
            throw SpecErrors.Invalid("ArchitectureInvalid", "Architecture", spec.ArchitectureUsed, $"is not that of {spec.InstanceType}.", $"Leave it out, or give {InstanceTypes.ArchitectureOf(spec.InstanceType)}, or another -InstanceType, such as t3.micro for x86_64 and t4g.micro for arm64.");
        if (spec.ImageId is { } image && !ImagePattern().IsMatch(image))
            throw SpecErrors.Invalid("ImageIdInvalid", "ImageId", image, "is not an image.", "Give an id such as ami-0123456789abcdef0, or resolve:ssm: and the name of a parameter that holds one.");
        if (spec.KeyName is { } key && !KeyPattern().IsMatch(key))
            throw SpecErrors.Invalid("KeyNameInvalid", "KeyName", key, "cannot be the name of a key pair.", "It has 1 to 255 ASCII characters and neither begins nor ends with a space.");
        CheckDownload(spec.AppUrl, spec.AppSha256);
    }

    private static void CheckCapacity(DirectoryAppSpec spec)
    {
        if (spec.MinSize < 0 || spec.DesiredCapacity < spec.MinSize || spec.MaxSize < spec.DesiredCapacity || spec.MaxSize < 1)
        {
            throw SpecErrors.Invalid(
                "CapacityInvalid",
                "DesiredCapacity",
                spec.DesiredCapacity,
                $"is not between the smallest size, {spec.MinSize}, and the largest, {spec.MaxSize}.",
                "Let 0 <= MinSize <= DesiredCapacity <= MaxSize.");
        }

        if (spec.TargetCpu is < 10 or > 90)
            throw SpecErrors.Invalid("TargetCpuInvalid", "TargetCpu", spec.TargetCpu, "percent is nothing that a group can be kept at.", "Give 10 to 90.");
        if (spec.WarmupSeconds is < 0 or > 3600)
            throw SpecErrors.Invalid("WarmupInvalid", "WarmupSeconds", spec.WarmupSeconds, "seconds is no time that an instance takes to warm up.", "Give 0 to 3600.");
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[a-z]{2,4}(-[a-z]{1,12}){1,3}-[0-9]{1,2}\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"\A[a-z]\z")]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex AccountPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_.\-]{3,255}\z")]
    private static partial Regex TablePattern();

    [GeneratedRegex(@"\A(ami-[0-9a-f]{8,17}|resolve:ssm:[A-Za-z0-9_.:/\-]{1,1024})\z")]
    private static partial Regex ImagePattern();

    [GeneratedRegex(@"\A[!-~]([ -~]{0,253}[!-~])?\z")]
    private static partial Regex KeyPattern();

    // What RFC 3986 lets stand in an address, less the quotes and brackets that shells mind.
    [GeneratedRegex(@"\Ahttps://[A-Za-z0-9][A-Za-z0-9\-._~:/?#@!$&*+,;=%]{0,2000}\z")]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{64}\z")]
    private static partial Regex HashPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+\z")]
    private static partial Regex EmailPattern();
}
