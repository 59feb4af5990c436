using System.Management.Automation;
using CloudEssentials.Policies;

namespace CloudEssentials.Module.Policies;

/// <summary>Says the same permissions in fewer characters.</summary>
[Cmdlet(VerbsCommon.Optimize, "PolicyDocument")]
[OutputType(typeof(PolicyDocument))]
public sealed class OptimizePolicyDocumentCommand : OperationCmdlet
{
    /// <summary>The policy: JSON text or lines of it, a file, a hashtable, or an object that holds one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public object? PolicyDocument { get; set; }

    /// <summary>Shorten lists of actions by wildcards that match no other action.</summary>
    [Parameter]
    public SwitchParameter UseWildcard { get; set; }

    /// <summary>What the policy is attached to.</summary>
    [Parameter]
    public PolicyType PolicyType { get; set; }
}
