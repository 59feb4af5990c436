using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Lists what only the root user can do.</summary>
[Cmdlet(VerbsCommon.Get, "RootUserTask")]
[OutputType(typeof(RootUserTask))]
public sealed class GetRootUserTaskCommand : OperationCmdlet
{
    /// <summary>Words of the task or its area.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string[]? Name { get; set; }
}
