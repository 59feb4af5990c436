using System.Collections;
using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>A cmdlet that launches the application, on an instance or on many.</summary>
public abstract class DirectoryAppLaunchCmdlet : RegionalAwsCmdlet
{
    /// <summary>The application's name, which begins the names of all that it consists of.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("AppName")]
    public string Name { get; set; } = "";

    /// <summary>The bucket of the photos; where none is named, one of the application's name, the account's number and the Region.</summary>
    [Parameter(Position = 1)]
    public string? PhotosBucket { get; set; }

    /// <summary>The DynamoDB table.</summary>
    [Parameter]
    public string TableName { get; set; } = DirectoryAppSpec.CourseTable;

    /// <summary>The instances' type.</summary>
    [Parameter]
    public string InstanceType { get; set; } = "t3.micro";

    /// <summary>x86_64 or arm64; where none is given, that of the type.</summary>
    [Parameter]
    [ValidateSet("x86_64", "arm64")]
    public string? Architecture { get; set; }

    /// <summary>The image, or resolve:ssm: and the parameter that holds it; where none is given, the newest Amazon Linux 2023.</summary>
    [Parameter]
    public string? ImageId { get; set; }

    /// <summary>The key pair.</summary>
    [Parameter]
    public string? KeyName { get; set; }

    /// <summary>The addresses that may use the application.</summary>
    [Parameter]
    public string AllowedCidr { get; set; } = "0.0.0.0/0";

    /// <summary>True to let Session Manager open shells on the instances.</summary>
    [Parameter]
    public SwitchParameter EnableSessionManager { get; set; }

    /// <summary>How the application is started.</summary>
    [Parameter]
    public AppStartup Startup { get; set; }

    /// <summary>Where the application is downloaded from, by HTTPS; where it is not given, the course's address.</summary>
    [Parameter]
    public string? AppUrl { get; set; }

    /// <summary>The SHA-256 that the download must have.</summary>
    [Parameter]
    public string? AppSha256 { get; set; }

    /// <summary>Tags for everything that is made.</summary>
    [Parameter]
    public IDictionary? Tag { get; set; }
}
