using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a service's role away.</summary>
internal sealed class DeleteServiceLinkedRole : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamRole role = IdentityKinds.Role.Get(call);
        if (!ServiceLinkedRoles.Is(role))
        {
            throw IamErrors.NoSuchEntity($"The role with name {role.Name} is not a service-linked role.");
        }

        IamState.Of(call.State).Roles.Remove(role.Name);
        string id = call.NewId(string.Empty, 32, IdGenerator.Hexadecimal);
        return new JsonObject { ["DeletionTaskId"] = $"task{role.Path}{role.Name}/{id[..8]}-{id[8..12]}-{id[12..16]}-{id[16..20]}-{id[20..]}" };
    }
}
