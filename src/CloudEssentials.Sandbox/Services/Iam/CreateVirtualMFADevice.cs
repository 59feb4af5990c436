using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a virtual MFA device, which is nobody's yet; its seed is never shown again.</summary>
internal sealed class CreateVirtualMFADevice : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string serial = IamArns.Make(call, "mfa", call.RequiredText("VirtualMFADeviceName"));
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
                ["Tags"] = IamTags.Write(IamTags.Read(call)),
            },
        };
    }
}
