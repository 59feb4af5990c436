namespace CloudEssentials.Accounts.Checks;

/// <summary>The password of the root user is strong.</summary>
internal sealed class RootPasswordStrengthCheck : SecurityCheck
{
    public override string Name => "RootPasswordStrength";

    public override string Title => "The password of the root user is strong.";

    public override SecuritySeverity Severity => SecuritySeverity.Informational;

    public override CheckScope Scope => CheckScope.RootUser;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => [Unknown("The account's password policy does not cover the root user, and no API tells how strong its password is: make it long, random, kept in a safe, and known to no one person.")];
}
