using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Lists MFA devices with their kind.</summary>
[Cmdlet(VerbsCommon.Get, "MfaDevice")]
[OutputType(typeof(MfaDevice))]
public sealed class GetMfaDeviceCommand : AwsCmdlet
{
    /// <summary>The users whose devices are wanted; by default the whole account.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] UserName { get; set; } = [];
}
