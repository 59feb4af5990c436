namespace CloudEssentials.Operations.Connections;

/// <summary>The connection of one shell: of one PowerShell runspace, or of one run of the command line.</summary>
public sealed class CloudSession
{
    /// <summary>The account that <c>Connect-CloudAccount</c> chose, or null.</summary>
    public CloudAccount? Current { get; internal set; }
}
