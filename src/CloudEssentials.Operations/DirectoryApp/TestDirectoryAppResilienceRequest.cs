using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Test-DirectoryAppResilience</c>.</summary>
public sealed record TestDirectoryAppResilienceRequest : RegionalAwsRequest
{
    /// <summary>The application's name.</summary>
    [Input(Position = 0, Mandatory = true, Aliases = ["AppName"], Pipeline = PipelineInput.ByPropertyName)]
    public string Name { get; set; } = "";

    /// <summary>True to make each zone of a copy of the sandbox account fail, and to watch what happens.</summary>
    public bool Simulate { get; set; }
}
