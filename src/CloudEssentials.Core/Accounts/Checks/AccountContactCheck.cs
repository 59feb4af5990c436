namespace CloudEssentials.Accounts.Checks;

/// <summary>The account has a contact that is kept current.</summary>
internal sealed class AccountContactCheck : SecurityCheck
{
    public override string Name => "AccountContact";

    public override string Title => "The account has a contact that is kept current.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["CIS-2.2"];

    public override AccountFactKinds Needs => AccountFactKinds.Contact;

    public override CheckScope Scope => CheckScope.Baseline | CheckScope.RootUser;

    public override string Remedy => "aws account put-contact-information, with an address and a number that more than one person answers.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.HasContact
        ? [Pass("There are an address and a telephone number.", "The account has a contact. Whether it is current, and reaches more than one person, only you can tell.")]
        : [Fail("The contact has no address or no telephone number.", "AWS cannot reach the owner when the account is abused.")];
}
