using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The MFA devices of a user, or of the caller if nobody is named.</summary>
internal sealed class ListMFADevices : CredentialOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string? owner = Owner(call);
        return IamPage.Of(call, IamState.Of(call.State).MfaOf(owner), device => device.SerialNumber, "MFADevices", device => new JsonObject
        {
            ["UserName"] = owner ?? call.AccountId,
            ["SerialNumber"] = device.SerialNumber,
            ["EnableDate"] = device.Enabled,
        });
    }
}
