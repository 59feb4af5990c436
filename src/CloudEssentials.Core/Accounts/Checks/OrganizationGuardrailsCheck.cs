namespace CloudEssentials.Accounts.Checks;

/// <summary>Control policies hold all accounts of the organization.</summary>
internal sealed class OrganizationGuardrailsCheck : SecurityCheck
{
    public override string Name => "OrganizationGuardrails";

    public override string Title => "Control policies hold all accounts of the organization.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.1.2"];

    public override AccountFactKinds Needs => AccountFactKinds.Organization;

    public override AccountFactKinds Uses => AccountFactKinds.Guardrails;

    public override string Remedy => "Write a service control policy that denies what no account should do (leaving the organization, stopping CloudTrail), check it with Test-PolicyDocument -PolicyType ServiceControl, try it on one unit, and attach it to the root.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.Organization.Id is null)
            return [Unknown("The account is in no organization: this does not apply.")];
        if (facts.Organization.ManagementAccountId != facts.AccountId)
            return [Unknown($"It is a matter of the management account {facts.Organization.ManagementAccountId}: check it there.")];

        if (facts.Refusal(AccountFactKinds.Guardrails) is { } refusal)
            return [Unseen(refusal)];
        return facts.Guardrails.Count > 0
            ? [Pass($"On the root: {FactText.List(facts.Guardrails)}.", "Control policies of your own hold on the organization's root. Whether they say what you want, only you can tell.")]
            : [Fail("Nothing but AWS's own FullAccess policies is on the root.", "No control policy holds all accounts; policies on single units were not looked at.")];
    }
}
