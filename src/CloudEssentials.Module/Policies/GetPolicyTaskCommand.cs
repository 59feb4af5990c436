using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Module.Policies;

/// <summary>Lists the built-in jobs for which New-LeastPrivilegePolicy knows the policy.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyTask")]
[OutputType(typeof(PolicyTask))]
public sealed class GetPolicyTaskCommand : OperationCmdlet
{
    /// <summary>The names of tasks, wildcards allowed; all if none is given.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PolicyTaskCompleter))]
    public string[] Name { get; set; } = [];
}
