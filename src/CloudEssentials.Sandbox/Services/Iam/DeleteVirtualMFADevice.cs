using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a virtual MFA device away that is nobody's.</summary>
internal sealed class DeleteVirtualMFADevice : IamOperation
{
    // The root user deletes its own devices, in whose place AWS's task policies name the root user.
    public override IReadOnlyList<string> Resources(OperationCall call) => call.Caller.Kind == CallerKind.Root ? [call.Caller.Arn] : base.Resources(call);

    public override JsonObject Execute(OperationCall call)
    {
        IamMfaDevice device = IamFind.MfaDevice(call);
        if (device.Enabled is not null)
        {
            throw IamErrors.DeleteConflict("MFA VirtualDevice in use. Must deactivate first.");
        }

        IamState.Of(call.State).MfaDevices.Remove(device.SerialNumber);
        return [];
    }
}
