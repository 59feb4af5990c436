namespace CloudEssentials.DirectoryApp;

/// <summary>How an application is.</summary>
public enum DirectoryAppState
{
    /// <summary>Parts of it are missing: <c>New-DirectoryApp</c> makes them.</summary>
    Incomplete,

    /// <summary>Its instances have not answered yet.</summary>
    Starting,

    /// <summary>As many instances answer as are wanted.</summary>
    Healthy,

    /// <summary>It answers, by fewer instances than are wanted.</summary>
    Degraded,

    /// <summary>No instance answers.</summary>
    Unhealthy,
}
