using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using QRCoder;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a virtual MFA device, which is nobody's yet; its seed is never shown again.</summary>
internal sealed class CreateVirtualMFADevice : IamOperation
{
    private const int PixelsPerModule = 4;

    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string name = call.RequiredText("VirtualMFADeviceName");
        string serial = IamArns.Make(call, "mfa", name);
        if (iam.MfaDevices.Contains(serial))
        {
            throw IamErrors.AlreadyExists("MFADevice entity at the same path and name already exists.");
        }

        string seed = call.NewId(string.Empty, 64, IdGenerator.Base32);
        iam.MfaDevices[serial] = new IamMfaDevice { SerialNumber = serial, Seed = seed, Tags = IamTags.Read(call) };
        return new JsonObject
        {
            ["VirtualMFADevice"] = new JsonObject
            {
                ["SerialNumber"] = serial,
                ["Base32StringSeed"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(seed)),
                ["QRCodePNG"] = Convert.ToBase64String(Picture($"otpauth://totp/{name}@{call.Caller.Name ?? call.AccountId}?secret={seed}")),
                ["Tags"] = IamTags.Write(IamTags.Read(call)),
            },
        };
    }

    // API_VirtualMFADevice.html says what the picture encodes.
    private static byte[] Picture(string text)
    {
        using QRCodeGenerator generator = new();
        using QRCodeData data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.L);
        using PngByteQRCode image = new(data);
        return image.GetGraphic(PixelsPerModule);
    }
}
