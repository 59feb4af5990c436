using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>What a policy is attached to.</summary>
internal sealed class ListTargetsForPolicy : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts) => Page(call, Policy(call, state).Targets, target => target, "Targets", target => new JsonObject
    {
        ["TargetId"] = target,
        ["Arn"] = target == facts.RootId ? facts.RootArn : state.Units.Contains(target) ? OrgView.UnitArn(facts, target) : OrgView.AccountArn(facts, target),
        ["Name"] = state.Units.TryGet(target, out OrgUnit? unit) ? unit.Name : state.Accounts.TryGet(target, out OrgAccount? account) ? account.Name : "Root",
        ["Type"] = target == facts.RootId ? "ROOT" : state.Units.Contains(target) ? "ORGANIZATIONAL_UNIT" : "ACCOUNT",
    });
}
