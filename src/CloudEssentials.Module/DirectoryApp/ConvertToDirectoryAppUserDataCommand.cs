using System.Management.Automation;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>Shows the script that an instance of the directory application runs at its first boot.</summary>
[Cmdlet(VerbsData.ConvertTo, "DirectoryAppUserData")]
[OutputType(typeof(string))]
public sealed class ConvertToDirectoryAppUserDataCommand : OperationCmdlet
{
    /// <summary>The bucket of the photos.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BucketName")]
    public string PhotosBucket { get; set; } = "";

    /// <summary>The Region of bucket and table.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "";

    /// <summary>How the application is started.</summary>
    [Parameter]
    public AppStartup Startup { get; set; }

    /// <summary>Where the application is downloaded from, by HTTPS.</summary>
    [Parameter]
    public string? AppUrl { get; set; }

    /// <summary>The SHA-256 that the download must have.</summary>
    [Parameter]
    public string? AppSha256 { get; set; }

    /// <summary>Give the form in which EC2's API takes it.</summary>
    [Parameter]
    public SwitchParameter AsBase64 { get; set; }
}
