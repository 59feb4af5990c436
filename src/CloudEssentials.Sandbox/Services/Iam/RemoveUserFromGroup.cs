using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a user out of a group.</summary>
internal sealed class RemoveUserFromGroup : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamGroup group = IdentityKinds.Group.Get(call);
        IamUser user = IdentityKinds.User.Get(call);
        if (!user.Groups.Contains(group.Name))
        {
            throw IamErrors.NoSuchEntity($"User {user.Name} is not in group {group.Name}.");
        }

        IdentityKinds.User.Put(call, user with { Groups = user.Groups.Remove(group.Name) });
        return [];
    }
}
