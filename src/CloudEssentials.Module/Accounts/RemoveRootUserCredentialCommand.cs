using System.Management.Automation;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Takes the credentials of member accounts' root users away.</summary>
[Cmdlet(VerbsCommon.Remove, "RootUserCredential", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RootCredentialRemoval))]
public sealed class RemoveRootUserCredentialCommand : AwsCmdlet
{
    /// <summary>Member accounts, 12 digits each.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] AccountId { get; set; } = [];

    /// <summary>Ask no questions.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
