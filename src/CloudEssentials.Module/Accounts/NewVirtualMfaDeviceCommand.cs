using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Makes a virtual MFA device for a user and enables it.</summary>
[Cmdlet(VerbsCommon.New, "VirtualMfaDevice", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MfaDevice))]
public sealed class NewVirtualMfaDeviceCommand : AwsCmdlet
{
    /// <summary>The user who is to have it.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string UserName { get; set; } = "";

    /// <summary>The name of the device.</summary>
    [Parameter(Position = 1)]
    public string? DeviceName { get; set; }

    /// <summary>The file that takes the QR code as a PNG image.</summary>
    [Parameter]
    public string? Path { get; set; }

    /// <summary>Two codes in a row that the device shows.</summary>
    [Parameter]
    public string[] Code { get; set; } = [];

    /// <summary>Make the device and its picture now, and enable it in another run.</summary>
    [Parameter]
    public SwitchParameter SkipEnable { get; set; }
}
