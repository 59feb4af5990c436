using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an MFA device from a user, or in a root session from the root user. A virtual device stays, nobody's.</summary>
internal sealed class DeactivateMFADevice : MfaOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IamMfaDevice device = Owned(call);
        iam.MfaDevices.Remove(device.SerialNumber);
        if (device.IsVirtual)
        {
            iam.MfaDevices[device.SerialNumber] = device with { Enabled = null, UserName = null };
        }

        return [];
    }
}
