using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Gives an instance without a role an instance profile.</summary>
internal sealed class AssociateIamInstanceProfile : SandboxOperation
{
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) => InstanceState.PassRole(call);

    public override JsonObject Execute(OperationCall call)
    {
        ResourceTable<Ec2Instance> instances = InstanceState.Of(call.State).Instances;
        string id = call.RequiredText("InstanceId");
        if (!instances.TryGet(id, out Ec2Instance? instance) || instance.Region != call.Region)
        {
            throw new ServiceError("InvalidInstanceID.NotFound", $"The instance ID '{id}' does not exist");
        }

        if (instance.ProfileArn is not null)
        {
            throw new ServiceError("IncorrectState", $"There is an existing association for instance {id}");
        }

        IamInstanceProfile profile = InstanceState.Profile(call)
            ?? throw new ServiceError("MissingParameter", "The request must contain the parameter IamInstanceProfile");
        instances[id] = instance with { ProfileArn = profile.Arn, ProfileId = profile.Id, AssociationId = call.NewId("iip-assoc-", 17, IdGenerator.Hexadecimal) };
        return new JsonObject { ["IamInstanceProfileAssociation"] = InstanceState.Association(instances[id]) };
    }
}
