using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes an internet gateway, which is attached to nothing yet.</summary>
internal sealed class CreateInternetGateway : Ec2Operation
{
    private const int Maximum = 5;

    public override JsonObject Execute(OperationCall call)
    {
        if (Ec2Kinds.InternetGateway.In(call).Count() >= Maximum)
        {
            throw new ServiceError("InternetGatewayLimitExceeded", "The maximum number of internet gateways has been reached.");
        }

        var made = new Ec2InternetGateway
        {
            Id = call.NewId("igw-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            Tags = Ec2Tags.ForNew(call, "internet-gateway"),
        };
        NetworkState.Of(call.State).InternetGateways[made.Id] = made;
        return new JsonObject { ["InternetGateway"] = InternetGateways.Write(call, made) };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.InternetGateway)];
}
