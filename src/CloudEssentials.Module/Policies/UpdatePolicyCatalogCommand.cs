using System.Management.Automation;
using CloudEssentials.Operations.Policies;

namespace CloudEssentials.Module.Policies;

/// <summary>Refreshes the catalogue of actions.</summary>
[Cmdlet(VerbsData.Update, "PolicyCatalog", DefaultParameterSetName = "Refresh", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PolicyCatalogUpdate))]
public sealed class UpdatePolicyCatalogCommand : OperationCmdlet
{
    /// <summary>Where AWS's service reference is published.</summary>
    [Parameter(ParameterSetName = "Refresh")]
    public Uri? Endpoint { get; set; }

    /// <summary>Go back to the copy before.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Rollback")]
    public SwitchParameter Rollback { get; set; }
}
