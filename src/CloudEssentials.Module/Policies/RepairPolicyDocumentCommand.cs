using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Module.Policies;

/// <summary>Mends policies.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "PolicyDocument", DefaultParameterSetName = "Document", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PolicyRepair))]
public sealed class RepairPolicyDocumentCommand : OperationCmdlet
{
    /// <summary>The policy: JSON text or lines of it, a file, a hashtable, or an object that holds one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Document")]
    public object? PolicyDocument { get; set; }

    /// <summary>Files with policies.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>What the policy is attached to.</summary>
    [Parameter]
    public PolicyType? PolicyType { get; set; }

    /// <summary>The type of the resource that a resource policy is attached to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PolicyResourceTypeCompleter))]
    public string? ResourceType { get; set; }

    /// <summary>Write each mended policy back into its file.</summary>
    [Parameter(ParameterSetName = "Path")]
    public SwitchParameter InPlace { get; set; }
}
