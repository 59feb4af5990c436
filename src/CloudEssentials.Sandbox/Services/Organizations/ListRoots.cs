using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>The organization's root.</summary>
internal sealed class ListRoots : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) => Page(call, [facts], root => root.RootId, "Roots", OrgView.Root);
}
