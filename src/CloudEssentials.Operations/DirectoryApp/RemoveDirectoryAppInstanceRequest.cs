namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Remove-DirectoryAppInstance</c>.</summary>
public sealed record RemoveDirectoryAppInstanceRequest : DirectoryAppInstanceRequest
{
    /// <summary>True to remove bucket and table too, with all that is in them, where the application made them.</summary>
    public bool IncludeData { get; set; }

    /// <summary>How long to wait at most until the instances are terminated.</summary>
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>True to remove without asking.</summary>
    public bool Force { get; set; }
}
