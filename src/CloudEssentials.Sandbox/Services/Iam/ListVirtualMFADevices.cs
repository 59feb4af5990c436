using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's virtual MFA devices, the root user's among them.</summary>
internal sealed class ListVirtualMFADevices : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IEnumerable<IamMfaDevice> devices = iam.MfaDevices.Seen.Values
            .Where(device => device.IsVirtual)
            .Where(device => call.Text("AssignmentStatus") switch
            {
                "Assigned" => device.Enabled is not null,
                "Unassigned" => device.Enabled is null,
                _ => true,
            });
        return IamPage.Of(call, devices, device => device.SerialNumber, "VirtualMFADevices", device => new JsonObject
        {
            ["SerialNumber"] = device.SerialNumber,
            ["EnableDate"] = device.Enabled,
            ["User"] = device.Enabled is null ? null
                : device.UserName is { } name && iam.Users.TryGetSeen(name, out IamUser? user) ? IamView.User(user, whole: false)
                : IamView.Root(call),
        });
    }
}
