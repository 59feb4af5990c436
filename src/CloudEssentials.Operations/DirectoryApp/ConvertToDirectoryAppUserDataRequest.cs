using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>ConvertTo-DirectoryAppUserData</c>.</summary>
public sealed record ConvertToDirectoryAppUserDataRequest
{
    /// <summary>The bucket of the photos.</summary>
    [Input(Position = 0, Mandatory = true, Aliases = ["BucketName"], Pipeline = PipelineInput.ByPropertyName)]
    public string PhotosBucket { get; set; } = "";

    /// <summary>The Region of bucket and table.</summary>
    [Input(Position = 1, Mandatory = true, Pipeline = PipelineInput.ByPropertyName)]
    public string Region { get; set; } = "";

    /// <summary>How the application is started.</summary>
    public AppStartup Startup { get; set; }

    /// <summary>Where the application is downloaded from, by HTTPS; where it is not given, the course's address.</summary>
    public string? AppUrl { get; set; }

    /// <summary>The SHA-256 that the download must have.</summary>
    public string? AppSha256 { get; set; }

    /// <summary>True for the form in which EC2's API takes it.</summary>
    public bool AsBase64 { get; set; }
}
