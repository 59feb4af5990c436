using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's roles, by path prefix.</summary>
internal sealed class ListRoles : IamOperation
{
    public override JsonObject Execute(OperationCall call) => IamPage.Of(
        call,
        IamState.Of(call.State).Roles.Seen.Values.Where(role => role.Path.StartsWith(call.Text("PathPrefix") ?? "/", StringComparison.Ordinal)),
        role => role.Name,
        "Roles",
        role => IamView.Role(role, whole: false));
}
