using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a role a permissions boundary, in the place of the one it has.</summary>
internal sealed class PutRolePermissionsBoundary : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IdentityKinds.Role.Put(call, IdentityKinds.Role.Get(call).Changeable() with { PermissionsBoundary = Boundaries.Read(call) });
        return [];
    }
}
