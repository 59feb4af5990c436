using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>How Organizations answers what it keeps.</summary>
internal static class OrgView
{
    public static JsonObject Organization(OrgFacts facts) => new()
    {
        ["Id"] = facts.Id,
        ["Arn"] = facts.Arn,
        ["FeatureSet"] = facts.FeatureSet,
        ["MasterAccountArn"] = $"arn:aws:organizations::{facts.ManagementAccountId}:account/{facts.Id}/{facts.ManagementAccountId}",
        ["MasterAccountId"] = facts.ManagementAccountId,
        ["MasterAccountEmail"] = facts.Email,
        // "Do not use. This property is deprecated": the types that are enabled stand with the root.
        ["AvailablePolicyTypes"] = new JsonArray(new JsonObject { ["Type"] = OrgState.ServiceControl, ["Status"] = "ENABLED" }),
    };

    public static JsonObject Root(OrgFacts facts) => new()
    {
        ["Id"] = facts.RootId,
        ["Arn"] = facts.RootArn,
        ["Name"] = "Root",
        ["PolicyTypes"] = new JsonArray([.. facts.PolicyTypes.Select(type => new JsonObject { ["Type"] = type, ["Status"] = "ENABLED" })]),
    };

    public static JsonObject Unit(OrgFacts facts, OrgUnit unit) => new() { ["Id"] = unit.Id, ["Arn"] = UnitArn(facts, unit.Id), ["Name"] = unit.Name };

    public static JsonObject Account(OrgFacts facts, OrgAccount account) => new()
    {
        ["Id"] = account.Id,
        ["Arn"] = AccountArn(facts, account.Id),
        ["Email"] = account.Email,
        ["Name"] = account.Name,
        ["Status"] = "ACTIVE",
        ["State"] = "ACTIVE",
        ["JoinedMethod"] = account.JoinedMethod,
        ["JoinedTimestamp"] = account.Joined,
    };

    public static JsonObject Summary(OrgFacts facts, OrgPolicy policy) => new()
    {
        ["Id"] = policy.Id,
        ["Arn"] = policy.IsAws
            ? $"arn:aws:organizations::aws:policy/{policy.Type.ToLowerInvariant()}/{policy.Id}"
            : $"arn:aws:organizations::{facts.ManagementAccountId}:policy/{facts.Id}/{policy.Type.ToLowerInvariant()}/{policy.Id}",
        ["Name"] = policy.Name,
        ["Description"] = policy.Description,
        ["Type"] = policy.Type,
        ["AwsManaged"] = policy.IsAws,
    };

    public static JsonObject Policy(OrgFacts facts, OrgPolicy policy) => new() { ["PolicySummary"] = Summary(facts, policy), ["Content"] = policy.Content };

    public static string AccountArn(OrgFacts facts, string id) => $"arn:aws:organizations::{facts.ManagementAccountId}:account/{facts.Id}/{id}";

    public static string UnitArn(OrgFacts facts, string id) => $"arn:aws:organizations::{facts.ManagementAccountId}:ou/{facts.Id}/{id}";
}
