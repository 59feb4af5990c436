using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Takes the public half of a key that was made elsewhere.</summary>
internal sealed class ImportKeyPair : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        string text = Encoding.UTF8.GetString(Convert.FromBase64String(call.RequiredText("PublicKeyMaterial")));
        SshPublicKey key = SshPublicKey.Read(text) ?? throw new ServiceError("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
        return KeyPairs.Write(KeyPairs.Add(call, key.Type, key.Blob, key.Fingerprint));
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.KeyPair)];
}
