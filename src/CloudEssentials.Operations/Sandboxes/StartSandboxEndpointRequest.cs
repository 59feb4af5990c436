namespace CloudEssentials.Operations.Sandboxes;

/// <summary>The inputs of <c>Start-SandboxEndpoint</c>.</summary>
public sealed record StartSandboxEndpointRequest
{
    /// <summary>The port to listen on, 1 to 65535; 0 for any that is free.</summary>
    [Input(Position = 0)]
    public int Port { get; set; }

    /// <summary>The file of the account to open; null for the account of the connection, or else a new one in memory.</summary>
    public string? SandboxPath { get; set; }
}
