using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Takes a group away, once nobody is in it and it has no policies.</summary>
internal sealed class DeleteGroup : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IdentityKinds.Group.Delete(call, group => Check(call, group));
        return [];
    }

    private static void Check(OperationCall call, IamGroup group)
    {
        if (IamState.Of(call.State).Users.Current.Values.Any(user => user.Groups.Contains(group.Name)))
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must remove users from group first.");
        }
    }
}
