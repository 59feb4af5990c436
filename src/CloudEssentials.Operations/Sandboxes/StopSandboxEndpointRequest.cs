namespace CloudEssentials.Operations.Sandboxes;

/// <summary>The inputs of <c>Stop-SandboxEndpoint</c>.</summary>
public sealed record StopSandboxEndpointRequest
{
    /// <summary>The ports to close; none for all of this process.</summary>
    [Input(Position = 0, Pipeline = PipelineInput.ByPropertyName)]
    public int[] Port { get; set; } = [];

    /// <summary>True to return the endpoints that were stopped.</summary>
    public bool PassThru { get; set; }
}
