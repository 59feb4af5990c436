using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The groups that a user is in.</summary>
internal sealed class ListGroupsForUser : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IEnumerable<IamGroup> groups = IdentityKinds.User.Seen(call).Groups
            .Select(name => iam.Groups.TryGetSeen(name, out IamGroup? group) ? group : null)
            .OfType<IamGroup>();
        return IamPage.Of(call, groups, group => group.Name, "Groups", IamView.Group);
    }
}
