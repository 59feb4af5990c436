using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an SSH public key away.</summary>
internal sealed class DeleteSSHPublicKey : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string user = IdentityKinds.User.Get(call).Name;
        string id = call.RequiredText("SSHPublicKeyId");
        ResourceTable<IamSshKey> keys = IamState.Of(call.State).SshKeys;
        keys.Remove(keys.TryGet(id, out IamSshKey? key) && key.UserName == user ? id : throw IamErrors.NoSuchEntity($"The SSH Public Key with id {id} cannot be found."));
        return [];
    }
}
