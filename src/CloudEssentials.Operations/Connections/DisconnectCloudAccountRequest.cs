namespace CloudEssentials.Operations.Connections;

/// <summary>The inputs of <c>Disconnect-CloudAccount</c>.</summary>
public sealed record DisconnectCloudAccountRequest
{
    /// <summary>True to return the connection that was ended.</summary>
    public bool PassThru { get; set; }
}
