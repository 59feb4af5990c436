using System.Management.Automation;
using CloudEssentials.Module.Completion;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Module.Policies;

/// <summary>Checks policies.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PolicyDocument", DefaultParameterSetName = "Document")]
[OutputType(typeof(PolicyFinding), typeof(bool))]
public sealed class TestPolicyDocumentCommand : OperationCmdlet
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

    /// <summary>The least severity to report.</summary>
    [Parameter]
    public FindingSeverity MinimumSeverity { get; set; }

    /// <summary>Give one truth value a policy instead of findings.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }
}
