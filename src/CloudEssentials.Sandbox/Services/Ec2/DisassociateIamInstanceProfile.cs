using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Takes an instance's role from it.</summary>
internal sealed class DisassociateIamInstanceProfile : SandboxOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => [Find(call) is { } instance ? Instances.Arn(call, instance.Id) : Instances.Arn(call, "*")];

    public override JsonObject Execute(OperationCall call)
    {
        string id = call.RequiredText("AssociationId");
        Ec2Instance instance = Find(call) ?? throw new ServiceError("InvalidAssociationID.NotFound", $"An invalid association-id of '{id}' was given");
        InstanceState.Of(call.State).Instances[instance.Id] = instance with { ProfileArn = null, ProfileId = null, AssociationId = null };
        return new JsonObject { ["IamInstanceProfileAssociation"] = InstanceProfiles.WriteAssociation(instance, "disassociating") };
    }

    private static Ec2Instance? Find(OperationCall call) => InstanceState.Of(call.State).Instances.Current.Values
        .FirstOrDefault(instance => instance.Region == call.Region && instance.AssociationId == call.RequiredText("AssociationId") && InstanceLifecycle.IsAlive(instance));
}
