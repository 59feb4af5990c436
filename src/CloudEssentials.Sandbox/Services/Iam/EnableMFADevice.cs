using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a user an MFA device: a virtual one that was made before, or a hardware token by its number.</summary>
internal sealed class EnableMFADevice : MfaOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IamUser user = IdentityKinds.User.Get(call);
        string serial = call.RequiredText("SerialNumber");
        if (!iam.MfaDevices.TryGet(serial, out IamMfaDevice? device))
        {
            device = serial.StartsWith("arn:", StringComparison.Ordinal)
                ? throw IamErrors.NoSuchEntity($"VirtualMFADevice with serial number {serial} does not exist.")
                : new IamMfaDevice { SerialNumber = serial, Seed = HardwareTokens.Seed(serial) };
        }

        if (device.Enabled is not null)
        {
            throw IamErrors.AlreadyExists("MFA Device is already in use.");
        }

        if (iam.MfaOf(user.Name).Count() >= IamQuotas.MfaDevicesPerUser)
        {
            throw IamErrors.QuotaExceeded("MFADevicesPerUser", IamQuotas.MfaDevicesPerUser);
        }

        CheckCodes(call, device, Tolerance);
        iam.MfaDevices[serial] = device with { Enabled = call.Now, UserName = user.Name };
        return [];
    }
}
