using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Puts a user into a group; one who is in it stays in it.</summary>
internal sealed class AddUserToGroup : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamGroup group = IdentityKinds.Group.Get(call);
        IamUser user = IdentityKinds.User.Get(call);
        if (!user.Groups.Contains(group.Name) && user.Groups.Count >= IamQuotas.GroupsPerUser)
        {
            throw IamErrors.QuotaExceeded("GroupsPerUser", IamQuotas.GroupsPerUser);
        }

        IdentityKinds.User.Put(call, user with { Groups = user.Groups.Add(group.Name) });
        return [];
    }
}
