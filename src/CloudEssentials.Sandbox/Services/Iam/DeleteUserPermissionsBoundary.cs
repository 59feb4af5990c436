using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a user's permissions boundary away.</summary>
internal sealed class DeleteUserPermissionsBoundary : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamUser user = IdentityKinds.User.Get(call);
        if (user.PermissionsBoundary is null)
        {
            throw IamErrors.NoSuchEntity($"User {user.Name} does not have a permissions boundary.");
        }

        IdentityKinds.User.Put(call, user with { PermissionsBoundary = null });
        return [];
    }
}
