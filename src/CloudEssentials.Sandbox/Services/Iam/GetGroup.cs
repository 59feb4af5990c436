using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>A group and its members.</summary>
internal sealed class GetGroup : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamGroup group = IdentityKinds.Group.Seen(call);
        IEnumerable<IamUser> members = IamState.Of(call.State).Users.Seen.Values.Where(user => user.Groups.Contains(group.Name));
        JsonObject answer = IamPage.Of(call, members, user => user.Name, "Users", user => IamView.User(user, whole: false));
        answer["Group"] = IamView.Group(group);
        return answer;
    }
}
