namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Stop-DirectoryAppInstance</c>.</summary>
public sealed record StopDirectoryAppInstanceRequest : DirectoryAppInstanceRequest
{
    /// <summary>True to wait until the instances are stopped.</summary>
    public bool Wait { get; set; }

    /// <summary>How long to wait at most.</summary>
    public int TimeoutSeconds { get; set; } = 600;
}
