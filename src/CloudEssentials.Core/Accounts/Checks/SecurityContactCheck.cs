namespace CloudEssentials.Accounts.Checks;

/// <summary>The account has a contact for security matters.</summary>
internal sealed class SecurityContactCheck : SecurityCheck
{
    public override string Name => "SecurityContact";

    public override string Title => "The account has a contact for security matters.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.3"];

    public override AccountFactKinds Needs => AccountFactKinds.SecurityContact;

    public override CheckScope Scope => CheckScope.Baseline | CheckScope.RootUser;

    public override string Remedy => "aws account put-alternate-contact --alternate-contact-type SECURITY, with an address that the security team reads.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.HasSecurityContact ? [] : [Fail("There is no alternate contact of the type SECURITY.", "AWS's security notices go to the account's owner alone, and are easily missed.")];
}
