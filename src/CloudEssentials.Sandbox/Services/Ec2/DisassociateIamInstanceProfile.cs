using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Takes an instance's role from it.</summary>
internal sealed class DisassociateIamInstanceProfile : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Instance instance = Find(call)
            ?? throw new ServiceError("InvalidAssociationID.NotFound", $"An invalid association-id of '{call.RequiredText("AssociationId")}' was given");
        InstanceState.Of(call.State).Instances[instance.Id] = instance with { ProfileArn = null, ProfileId = null, AssociationId = null };
        return new JsonObject { ["IamInstanceProfileAssociation"] = InstanceProfiles.WriteAssociation(instance, "disassociating") };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(InstanceKinds.Instance, Find(call)?.Id)];

    private static Ec2Instance? Find(OperationCall call) => InstanceKinds.Instance.In(call)
        .FirstOrDefault(instance => instance.AssociationId == call.RequiredText("AssociationId") && InstanceLifecycle.IsAlive(instance));
}
