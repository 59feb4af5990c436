using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of every command that works on instances that are there.</summary>
public abstract record DirectoryAppInstanceRequest : RegionalAwsRequest
{
    /// <summary>The application's name: all its instances are meant.</summary>
    [Input(Position = 0, Aliases = ["AppName"], Pipeline = PipelineInput.ByPropertyName)]
    public string? Name { get; set; }

    /// <summary>The ids of instances: these alone are meant.</summary>
    [Input(Pipeline = PipelineInput.ByPropertyName)]
    public string[] InstanceId { get; set; } = [];
}
