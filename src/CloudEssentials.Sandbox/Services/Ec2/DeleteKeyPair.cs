using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Deletes a key pair by name or id; one that is not there is no error.</summary>
internal sealed class DeleteKeyPair : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        if (call.Text("KeyName") is null && call.Text("KeyPairId") is null)
        {
            throw new ServiceError("MissingParameter", "The request must contain the parameter KeyName or KeyPairId");
        }

        Ec2KeyPair? pair = Pair(call);
        if (pair is not null)
        {
            NetworkState.Of(call.State).KeyPairs.Remove(pair.Id);
        }

        return new JsonObject { ["Return"] = true, ["KeyPairId"] = pair?.Id };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.KeyPair, Pair(call)?.Id ?? call.Text("KeyName") ?? call.Text("KeyPairId"))];

    private static Ec2KeyPair? Pair(OperationCall call) => call.Text("KeyPairId") is { } id
        ? Ec2Kinds.KeyPair.Find(call.State, call.Region, id) as Ec2KeyPair
        : KeyPairs.Named(call, call.Text("KeyName"));
}
