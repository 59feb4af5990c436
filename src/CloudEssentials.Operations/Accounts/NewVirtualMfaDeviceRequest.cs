using System.Text;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>New-VirtualMfaDevice</c>.</summary>
public sealed record NewVirtualMfaDeviceRequest : AwsRequest
{
    /// <summary>The user who is to have it.</summary>
    [Input(Position = 0, Mandatory = true, Pipeline = PipelineInput.ByPropertyName)]
    public string UserName { get; set; } = "";

    /// <summary>The device's name; the user's name if none is given.</summary>
    [Input(Position = 1)]
    public string? DeviceName { get; set; }

    /// <summary>The file that takes the QR code as a PNG image, instead of the terminal.</summary>
    public string? Path { get; set; }

    /// <summary>Two codes in a row that the device shows; asked for where they are left out.</summary>
    public string[] Code { get; set; } = [];

    /// <summary>True to make the device and its picture now, and enable it in another run with <see cref="Code"/>.</summary>
    public bool SkipEnable { get; set; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
