using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a user away, once nothing hangs on it.</summary>
internal sealed class DeleteUser : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IdentityKinds.User.Delete(call, user => Check(call, user));
        return [];
    }

    private static void Check(OperationCall call, IamUser user)
    {
        if (user.Groups.Count > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must remove users from group first.");
        }

        if (IamState.Of(call.State).AccessKeys.Current.Values.Any(key => key.UserName == user.Name))
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must delete access keys first.");
        }
    }
}
