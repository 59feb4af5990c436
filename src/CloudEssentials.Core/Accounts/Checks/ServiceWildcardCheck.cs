namespace CloudEssentials.Accounts.Checks;

/// <summary>No policy of your own allows all actions of a service.</summary>
internal sealed class ServiceWildcardCheck : SecurityCheck
{
    public override string Name => "ServiceWildcard";

    public override string Title => "No policy of your own allows all actions of a service.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["IAM.21"];

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => OwnPolicy.Of(facts.Authorization).Where(policy => !policy.IsInline).Select(policy => (policy, Services(policy))).Where(found => found.Item2.Length > 0).Select(found => Fail(
        $"{FactText.List(found.Item2)}, in the {found.policy.Where(facts.Authorization)}.",
        "All actions of a service are more than a job needs, and more with every new feature.",
        found.policy.Arn,
        "Name the actions: Get-PolicyTask and New-LeastPrivilegePolicy."));

    private static string[] Services(OwnPolicy policy) =>
    [
        .. (policy.Document.Document?.Statements ?? [])
            .Where(statement => statement.IsAllow && statement.Action is not null)
            .SelectMany(statement => statement.Action!)
            .Where(action => action.EndsWith(":*", StringComparison.Ordinal) && action != "*:*")
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
