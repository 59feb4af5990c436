using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's users, by path prefix.</summary>
internal sealed class ListUsers : IamOperation
{
    public override JsonObject Execute(OperationCall call) => IamPage.Of(
        call,
        IamState.Of(call.State).Users.Seen.Values.Where(user => user.Path.StartsWith(call.Text("PathPrefix") ?? "/", StringComparison.Ordinal)),
        user => user.Name,
        "Users",
        user => IamView.User(user, whole: false));
}
