namespace CloudEssentials.Accounts.Checks;

/// <summary>A member account administers the policies of the organization.</summary>
internal sealed class PolicyDelegationCheck : SecurityCheck
{
    public override string Name => "PolicyDelegation";

    public override string Title => "A member account administers the policies of the organization.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["CIS-2.1.5"];

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => [Unknown("It stands in the organization's own resource policy (organizations:DescribeResourcePolicy), which the module does not ask for.")];
}
