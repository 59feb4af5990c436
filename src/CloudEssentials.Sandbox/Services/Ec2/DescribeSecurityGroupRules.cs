using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The rules of a Region's security groups.</summary>
internal sealed class DescribeSecurityGroupRules : Ec2Operation
{
    private static readonly Filters<JsonObject> Filtering = AnswerFilters.Parse("""
        group-id GroupId
        security-group-rule-id SecurityGroupRuleId
        """);

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> ids = call.Texts("SecurityGroupRuleIds");
        List<GroupRule> seen = [.. Ec2Kinds.SecurityGroupRule.SeenIn(call.State, call.Region).Cast<GroupRule>()];
        IEnumerable<GroupRule> wanted = ids.Count == 0 ? seen
            : ids.Distinct().Select(id => seen.Find(rule => rule.Id == id) ?? throw Ec2Kinds.SecurityGroupRule.Unknown(id)).ToList();
        return Pages.Cut(
            call,
            "SecurityGroupRules",
            Filtering.Apply(call, wanted.Select(rule => SecurityGroups.WriteRule(call, rule))),
            answer => $"{answer["GroupId"]} {answer["SecurityGroupRuleId"]}");
    }
}
