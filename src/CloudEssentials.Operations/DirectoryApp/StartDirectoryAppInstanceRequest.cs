namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Start-DirectoryAppInstance</c>.</summary>
public sealed record StartDirectoryAppInstanceRequest : DirectoryAppInstanceRequest
{
    /// <summary>True to wait for running instances alone.</summary>
    public bool SkipHealthCheck { get; set; }

    /// <summary>How long to wait at most.</summary>
    public int TimeoutSeconds { get; set; } = 600;
}
