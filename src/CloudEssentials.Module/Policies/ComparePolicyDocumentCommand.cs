using System.Management.Automation;
using CloudEssentials.Policies.Comparison;

namespace CloudEssentials.Module.Policies;

/// <summary>Says what one policy grants that another does not.</summary>
[Cmdlet(VerbsData.Compare, "PolicyDocument")]
[OutputType(typeof(PolicyComparison))]
public sealed class ComparePolicyDocumentCommand : OperationCmdlet
{
    /// <summary>The first policy, A: JSON text, a file, a hashtable, or an object that holds one.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public object? ReferencePolicy { get; set; }

    /// <summary>The second policy, B.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    public object? DifferencePolicy { get; set; }
}
