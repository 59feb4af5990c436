using System.Collections;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of every command that launches the application, on an instance or on many.</summary>
public abstract record DirectoryAppLaunchRequest : RegionalAwsRequest
{
    /// <summary>The application's name, which begins the names of all that it consists of.</summary>
    [Input(Position = 0, Mandatory = true, Aliases = ["AppName"])]
    public string Name { get; set; } = "";

    /// <summary>The bucket of the photos; where none is named, one of the application's name, the account's number and the Region.</summary>
    [Input(Position = 1)]
    public string? PhotosBucket { get; set; }

    /// <summary>The DynamoDB table.</summary>
    public string TableName { get; set; } = DirectoryAppSpec.CourseTable;

    /// <summary>The instances' type.</summary>
    public string InstanceType { get; set; } = "t3.micro";

    /// <summary><c>x86_64</c> or <c>arm64</c>; where none is given, that of the type.</summary>
    public string? Architecture { get; set; }

    /// <summary>The image, or <c>resolve:ssm:</c> and the parameter that holds it; where none is given, the newest Amazon Linux 2023.</summary>
    public string? ImageId { get; set; }

    /// <summary>The key pair.</summary>
    public string? KeyName { get; set; }

    /// <summary>The addresses that may use the application.</summary>
    public string AllowedCidr { get; set; } = "0.0.0.0/0";

    /// <summary>True to let Session Manager open shells on the instances.</summary>
    public bool EnableSessionManager { get; set; } = true;

    /// <summary>How the application is started.</summary>
    public AppStartup Startup { get; set; }

    /// <summary>Where the application is downloaded from, by HTTPS; where it is not given, the course's address.</summary>
    public string? AppUrl { get; set; }

    /// <summary>The SHA-256 that the download must have.</summary>
    public string? AppSha256 { get; set; }

    /// <summary>Tags for everything that is made.</summary>
    public IDictionary? Tag { get; set; }

    /// <summary>What these inputs ask for.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="partition">Its partition.</param>
    /// <param name="accountId">The account; null where it is not known.</param>
    /// <returns>The application, checked.</returns>
    /// <exception cref="CloudException"><c>PhotosBucketMissing</c> where neither bucket nor account is known; the errors of <see cref="DirectoryAppSpec.Check"/>.</exception>
    public DirectoryAppSpec ToSpec(string region, string partition, string? accountId)
    {
        string bucket = PhotosBucket ?? (accountId is null
            ? throw new CloudException("PhotosBucketMissing", "-PhotosBucket: no bucket is named.", remedy: "Name one, such as employee-photo-bucket-ab-907.")
            : DirectoryAppSpec.DefaultBucket(Name, accountId, region));
        return Complete(new()
        {
            Name = Name,
            Region = region,
            Partition = partition,
            AccountId = accountId,
            PhotosBucket = bucket,
            TableName = TableName,
            InstanceType = InstanceType,
            Architecture = Architecture?.ToLowerInvariant(),
            ImageId = ImageId,
            KeyName = KeyName,
            AllowedCidr = AllowedCidr,
            EnableSessionManager = EnableSessionManager,
            Startup = Startup,
            AppUrl = AppUrl,
            AppSha256 = AppSha256,
            Tags = Tags(),
        }).Check();
    }

    /// <summary>Adds what only some commands ask.</summary>
    /// <param name="spec">What is asked so far.</param>
    /// <returns>The application.</returns>
    protected virtual DirectoryAppSpec Complete(DirectoryAppSpec spec) => spec;

    private Dictionary<string, string> Tags()
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Tag ?? new Hashtable())
            tags[$"{entry.Key}"] = $"{entry.Value}";
        return tags;
    }
}
