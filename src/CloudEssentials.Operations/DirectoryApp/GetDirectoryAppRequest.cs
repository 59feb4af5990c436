using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Get-DirectoryApp</c>.</summary>
public sealed record GetDirectoryAppRequest : RegionalAwsRequest
{
    /// <summary>The application's name; where none is given, all of the Region.</summary>
    [Input(Position = 0, Aliases = ["AppName"], Pipeline = PipelineInput.ByPropertyName)]
    public string? Name { get; set; }
}
