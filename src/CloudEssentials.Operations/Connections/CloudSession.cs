using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Connections;

/// <summary>The connection of one shell: of one PowerShell runspace, or of one run of the command line.</summary>
public sealed class CloudSession
{
    private ConnectionResolver? _resolver;

    /// <summary>The account that <c>Connect-CloudAccount</c> chose, or null.</summary>
    public CloudAccount? Current { get; internal set; }

    /// <summary>Finds credentials for this shell; made at the first call to AWS, so that commands without one load no SDK.</summary>
    internal ConnectionResolver Resolver => _resolver ??= new();
}
