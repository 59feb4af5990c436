using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The account's alias, if it has one.</summary>
internal sealed class ListAccountAliases : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IEnumerable<string> aliases = IamState.Of(call.State).Alias.Seen.Alias is { } alias ? [alias] : [];
        return IamPage.Of(call, aliases, name => name, "AccountAliases", name => name);
    }
}
