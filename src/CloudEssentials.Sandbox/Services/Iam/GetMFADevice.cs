using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One MFA device that is in use.</summary>
internal sealed class GetMFADevice : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string serial = call.RequiredText("SerialNumber");
        return iam.MfaDevices.TryGetSeen(serial, out IamMfaDevice? device) && device.Enabled is not null
            && (call.Text("UserName") is not { } user || device.IsOf(user))
            ? new JsonObject { ["UserName"] = device.UserName, ["SerialNumber"] = serial, ["EnableDate"] = device.Enabled }
            : throw IamErrors.NoSuchEntity($"MFA Device {serial} cannot be found.");
    }
}
