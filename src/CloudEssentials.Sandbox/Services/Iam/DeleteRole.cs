using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a role away, once it has no policies.</summary>
internal sealed class DeleteRole : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IdentityKinds.Role.Delete(call, role =>
        {
            role.Changeable();
            if (IamState.Of(call.State).InstanceProfiles.Current.Values.Any(profile => profile.RoleName == role.Name))
            {
                throw IamErrors.DeleteConflict("Cannot delete entity, must remove roles from instance profile first.");
            }
        });
        return [];
    }
}
