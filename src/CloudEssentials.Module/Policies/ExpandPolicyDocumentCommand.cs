using System.Management.Automation;
using CloudEssentials.Policies;

namespace CloudEssentials.Module.Policies;

/// <summary>Writes out the actions that wildcards and NotAction stand for.</summary>
[Cmdlet(VerbsData.Expand, "PolicyDocument")]
[OutputType(typeof(PolicyDocument))]
public sealed class ExpandPolicyDocumentCommand : OperationCmdlet
{
    /// <summary>The policy: JSON text or lines of it, a file, a hashtable, or an object that holds one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public object? PolicyDocument { get; set; }
}
