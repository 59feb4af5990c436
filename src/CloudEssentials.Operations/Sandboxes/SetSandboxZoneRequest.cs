namespace CloudEssentials.Operations.Sandboxes;

/// <summary>The inputs of <c>Set-SandboxZone</c>.</summary>
public sealed record SetSandboxZoneRequest
{
    /// <summary>The zones, by name or by id.</summary>
    [Input(Position = 0, Mandatory = true, Aliases = ["ZoneName"], Pipeline = PipelineInput.ByValue | PipelineInput.ByPropertyName)]
    public string[] Zone { get; set; } = [];

    /// <summary>How they are to fare: Available or Impaired.</summary>
    [Input(Position = 1, Mandatory = true)]
    public string State { get; set; } = "";

    /// <summary>The file of the account; null for the account of the connection.</summary>
    public string? SandboxPath { get; set; }
}
