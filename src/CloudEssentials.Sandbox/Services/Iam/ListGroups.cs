using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's groups, by path prefix.</summary>
internal sealed class ListGroups : IamOperation
{
    public override JsonObject Execute(OperationCall call) => IamPage.Of(
        call,
        IamState.Of(call.State).Groups.Seen.Values.Where(group => group.Path.StartsWith(call.Text("PathPrefix") ?? "/", StringComparison.Ordinal)),
        group => group.Name,
        "Groups",
        group => IamView.Group(group));
}
