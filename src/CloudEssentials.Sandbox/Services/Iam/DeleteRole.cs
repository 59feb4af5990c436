using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a role away, once it has no policies.</summary>
internal sealed class DeleteRole : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IdentityKinds.Role.Delete(call);
        return [];
    }
}
