namespace CloudEssentials.DirectoryApp;

/// <summary>What the directory application is to be: everything that may differ from one deployment to another.</summary>
public sealed record DirectoryAppSpec
{
    /// <summary>The table that the course's application has written in its code.</summary>
    public const string CourseTable = "Employees";

    /// <summary>The application's name, which begins the names of all that it consists of.</summary>
    public required string Name { get; init; }

    /// <summary>The Region, such as <c>us-west-2</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The bucket of the photos.</summary>
    public required string PhotosBucket { get; init; }

    /// <summary>The partition that the Region is in.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>The account's twelve digits; null where it is not known, as in a template.</summary>
    public string? AccountId { get; init; }

    /// <summary>The DynamoDB table.</summary>
    public string TableName { get; init; } = CourseTable;

    /// <summary>The names of the zones to use; none where AWS is to choose, as in a template.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>How many zones to use where none are named.</summary>
    public int ZoneCount { get; init; } = 2;

    /// <summary>The network's addresses.</summary>
    public string VpcCidr { get; init; } = "10.1.0.0/16";

    /// <summary>How instances reach the internet.</summary>
    public NatGatewayMode NatGateway { get; init; }

    /// <summary>The instances' type.</summary>
    public string InstanceType { get; init; } = "t3.micro";

    /// <summary><c>x86_64</c> or <c>arm64</c>; null for that of the instance type.</summary>
    public string? Architecture { get; init; }

    /// <summary>The image; null for the newest Amazon Linux 2023 of the architecture.</summary>
    public string? ImageId { get; init; }

    /// <summary>The key pair; null for none.</summary>
    public string? KeyName { get; init; }

    /// <summary>The addresses that may use the application.</summary>
    public string AllowedCidr { get; init; } = "0.0.0.0/0";

    /// <summary>True to let Session Manager open shells on the instances.</summary>
    public bool EnableSessionManager { get; init; } = true;

    /// <summary>How the application is started.</summary>
    public AppStartup Startup { get; init; }

    /// <summary>Where the application is downloaded from; null for the course's address.</summary>
    public string? AppUrl { get; init; }

    /// <summary>The SHA-256 that the download must have, in hexadecimal; null where any will do.</summary>
    public string? AppSha256 { get; init; }

    /// <summary>The fewest instances.</summary>
    public int MinSize { get; init; } = 2;

    /// <summary>The instances to begin with.</summary>
    public int DesiredCapacity { get; init; } = 2;

    /// <summary>The most instances.</summary>
    public int MaxSize { get; init; } = 4;

    /// <summary>The average use of the processors, in percent, that the group is kept at.</summary>
    public int TargetCpu { get; init; } = 60;

    /// <summary>How long a new instance does not count, in seconds.</summary>
    public int WarmupSeconds { get; init; } = 300;

    /// <summary>Where alarms are sent; null for nowhere.</summary>
    public string? NotificationEmail { get; init; }

    /// <summary>The user's tags, beside the application's own.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The number of zones in use.</summary>
    public int ZonesUsed => Zones.Count > 0 ? Zones.Count : ZoneCount;

    /// <summary>The architecture in use.</summary>
    public string ArchitectureUsed => Architecture ?? InstanceTypes.ArchitectureOf(InstanceType);

    /// <summary>The image in use: an id, or a parameter that EC2 resolves at each launch.</summary>
    public string ImageUsed => ImageId ?? $"resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{ArchitectureUsed}";

    /// <summary>What is allowed and may still surprise, each in a sentence.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            List<string> warnings = [];
            if (TableName != CourseTable && AppUrl is null)
                warnings.Add($"-TableName: the course's application uses the table {CourseTable} and will not find {TableName}. Give your own application with -AppUrl.");
            if (PhotosBucket.Contains('.', StringComparison.Ordinal))
                warnings.Add($"-PhotosBucket: AWS's certificate does not cover names with dots; browsers will not show the photos of {PhotosBucket} by HTTPS.");
            return warnings;
        }
    }

    /// <summary>The name of a part.</summary>
    /// <param name="part">The part, such as <c>alb</c>.</param>
    /// <returns>Such as <c>directory-alb</c>.</returns>
    public string NameOf(string part) => $"{Name}-{part}";

    /// <summary>The name of a part that AWS has no Regions for: an application of the same name may stand in another one.</summary>
    /// <param name="part">The part, such as <c>app</c>.</param>
    /// <returns>Such as <c>directory-app-us-west-2</c>.</returns>
    public string GlobalNameOf(string part) => $"{NameOf(part)}-{Region}";

    /// <summary>The bucket that an application has where none is named.</summary>
    /// <param name="name">The application's name.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="region">The Region.</param>
    /// <returns>A name that no other account is likely to have.</returns>
    public static string DefaultBucket(string name, string accountId, string region)
    {
        ArgumentNullException.ThrowIfNull(name);
        return $"{name.ToLowerInvariant()}-photos-{accountId}-{region}";
    }

    /// <summary>Makes sure that an application like this can be.</summary>
    /// <returns>Itself.</returns>
    /// <exception cref="CloudException">
    /// <c>AppNameInvalid</c>, <c>RegionInvalid</c>, <c>AccountIdInvalid</c>, <c>BucketNameInvalid</c>, <c>TableNameInvalid</c>, <c>ZoneInvalid</c>,
    /// <c>ZoneCountInvalid</c>, <c>CidrInvalid</c>, <c>InstanceTypeInvalid</c>, <c>ArchitectureInvalid</c>, <c>ImageIdInvalid</c>, <c>KeyNameInvalid</c>,
    /// <c>AppUrlInvalid</c>, <c>AppSha256Invalid</c>, <c>CapacityInvalid</c>, <c>TargetCpuInvalid</c>, <c>WarmupInvalid</c>, <c>EmailInvalid</c>, <c>TagInvalid</c>.
    /// </exception>
    public DirectoryAppSpec Check()
    {
        SpecRules.Check(this);
        return this;
    }
}
