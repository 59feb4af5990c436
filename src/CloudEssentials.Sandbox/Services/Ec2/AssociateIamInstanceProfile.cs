using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Gives an instance without a role an instance profile.</summary>
internal sealed class AssociateIamInstanceProfile : Ec2Operation
{
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        InstanceProfiles.PassRole(call.State, call.Input["IamInstanceProfile"]);

    public override IReadOnlyDictionary<string, object?> ContextOf(OperationCall call, string action, string resource) =>
        action == InstanceProfiles.PassAction ? InstanceProfiles.PassContext(call, call.RequiredText("InstanceId")) : base.ContextOf(call, action, resource);

    public override JsonObject Execute(OperationCall call)
    {
        Ec2Instance instance = InstanceKinds.Instance.Require(call, call.RequiredText("InstanceId"));
        if (instance.ProfileArn is not null)
        {
            throw new ServiceError("IncorrectState", $"There is an existing association for instance {instance.Id}");
        }

        if (!InstanceLifecycle.IsAlive(instance))
        {
            throw new ServiceError("IncorrectInstanceState", $"The instance '{instance.Id}' is not in the 'running' or 'stopped' states.");
        }

        IamInstanceProfile profile = InstanceProfiles.Find(call.State, call.Input["IamInstanceProfile"])
            ?? throw new ServiceError("MissingParameter", "The request must contain the parameter IamInstanceProfile");
        Ec2Instance changed = instance with { ProfileArn = profile.Arn, ProfileId = profile.Id, AssociationId = call.NewId("iip-assoc-", 17, IdGenerator.Hexadecimal) };
        InstanceState.Of(call.State).Instances[instance.Id] = changed;
        return new JsonObject { ["IamInstanceProfileAssociation"] = InstanceProfiles.WriteAssociation(changed, "associating") };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(InstanceKinds.Instance, call.RequiredText("InstanceId"))];
}
