using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The SSH public keys of a user, or of the caller if nobody is named.</summary>
internal sealed class ListSSHPublicKeys : CredentialOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string? owner = Owner(call);
        IEnumerable<IamSshKey> keys = IamState.Of(call.State).SshKeys.Seen.Values.Where(key => IsOf(key.UserName, owner));
        return IamPage.Of(call, keys, key => key.Id, "SSHPublicKeys", key => new JsonObject
        {
            ["UserName"] = key.UserName,
            ["SSHPublicKeyId"] = key.Id,
            ["Status"] = key.IsActive ? "Active" : "Inactive",
            ["UploadDate"] = key.Uploaded,
        });
    }
}
