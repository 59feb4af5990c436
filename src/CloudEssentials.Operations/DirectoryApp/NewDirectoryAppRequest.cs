namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>New-DirectoryApp</c>.</summary>
public sealed record NewDirectoryAppRequest : DirectoryAppRequest
{
    /// <summary>True to delete what was made when something fails.</summary>
    public bool RollbackOnFailure { get; set; }

    /// <summary>True to return without waiting for the load balancer to find the instances healthy.</summary>
    public bool SkipHealthCheck { get; set; }

    /// <summary>How long to wait for the instances, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 900;
}
