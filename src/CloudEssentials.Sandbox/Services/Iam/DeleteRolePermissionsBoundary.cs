using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a role's permissions boundary away.</summary>
internal sealed class DeleteRolePermissionsBoundary : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamRole role = IdentityKinds.Role.Get(call).Changeable();
        if (role.PermissionsBoundary is null)
        {
            throw IamErrors.NoSuchEntity($"Role {role.Name} does not have a permissions boundary.");
        }

        IdentityKinds.Role.Put(call, role with { PermissionsBoundary = null });
        return [];
    }
}
