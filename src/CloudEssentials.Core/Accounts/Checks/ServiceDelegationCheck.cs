namespace CloudEssentials.Accounts.Checks;

/// <summary>Member accounts administer the services that work for the whole organization.</summary>
internal sealed class ServiceDelegationCheck : SecurityCheck
{
    public override string Name => "ServiceDelegation";

    public override string Title => "Member accounts administer the services that work for the whole organization.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["CIS-2.1.6"];

    public override AccountFactKinds Needs => AccountFactKinds.Organization;

    public override AccountFactKinds Uses => AccountFactKinds.DelegatedAdministrators;

    public override string Remedy => "aws organizations register-delegated-administrator, for each service and the account that is to look after it.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.Organization.Id is null)
            return [Unknown("The account is in no organization: this does not apply.")];
        if (facts.Organization.ManagementAccountId != facts.AccountId)
            return [Unknown($"It is a matter of the management account {facts.Organization.ManagementAccountId}: check it there.")];

        if (facts.Refusal(AccountFactKinds.DelegatedAdministrators) is { } refusal)
            return [Unseen(refusal)];
        return facts.DelegatedAdministrators.Count > 0
            ? [Pass($"Delegated to {FactText.List(facts.DelegatedAdministrators)}.", "Services are administered from member accounts.")]
            : [Fail("There is no delegated administrator.", "Whoever looks after a service for all accounts must work in the management account.")];
    }
}
