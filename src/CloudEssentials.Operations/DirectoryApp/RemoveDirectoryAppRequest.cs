using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Remove-DirectoryApp</c>.</summary>
public sealed record RemoveDirectoryAppRequest : RegionalAwsRequest
{
    /// <summary>The application's name.</summary>
    [Input(Position = 0, Mandatory = true, Aliases = ["AppName"], Pipeline = PipelineInput.ByPropertyName)]
    public string Name { get; set; } = "";

    /// <summary>True to remove bucket and table too, with all that they hold.</summary>
    public bool IncludeData { get; set; }

    /// <summary>True to ask nothing.</summary>
    public bool Force { get; set; }
}
