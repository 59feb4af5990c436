using System.Management.Automation;
using CloudEssentials.Accounts;
using CloudEssentials.Module.Completion;

namespace CloudEssentials.Module.Accounts;

/// <summary>Says who looks after what of a service.</summary>
[Cmdlet(VerbsCommon.Get, "SharedResponsibility")]
[OutputType(typeof(SharedResponsibility))]
public sealed class GetSharedResponsibilityCommand : OperationCmdlet
{
    /// <summary>Services by prefix or name; all if none is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(SharedServiceCompleter))]
    public string[] Service { get; set; } = [];
}
