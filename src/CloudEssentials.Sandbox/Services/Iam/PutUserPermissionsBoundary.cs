using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a user a permissions boundary, in the place of the one it has.</summary>
internal sealed class PutUserPermissionsBoundary : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IdentityKinds.User.Put(call, IdentityKinds.User.Get(call) with { PermissionsBoundary = Boundaries.Read(call) });
        return [];
    }
}
