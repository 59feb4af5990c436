using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a key pair and gives out its private half, once.</summary>
internal sealed class CreateKeyPair : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        NewKey key = call.Text("KeyType") == "ed25519" ? NewKey.OfEd25519() : NewKey.Rsa();
        Ec2KeyPair made = KeyPairs.Add(call, key.Type, key.PublicBlob, key.Fingerprint);
        JsonObject answer = KeyPairs.Write(made);
        answer["KeyMaterial"] = call.Text("KeyFormat") == "ppk" ? key.ToPutty(made.Name) : key.Pem;
        return answer;
    }

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call) => new Dictionary<string, object?> { ["ec2:KeyPairType"] = call.Text("KeyType") ?? "rsa" };

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.KeyPair)];
}
