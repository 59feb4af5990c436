using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes an instance profile away that carries no role.</summary>
internal sealed class DeleteInstanceProfile : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamInstanceProfile profile = IamFind.InstanceProfile(call);
        if (profile.RoleName is not null)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        }

        IamState.Of(call.State).InstanceProfiles.Remove(profile.Name);
        return [];
    }
}
