namespace CloudEssentials.Accounts.Checks;

/// <summary>Passwords end after 90 days.</summary>
internal sealed class PasswordExpiryCheck : SecurityCheck
{
    public override string Name => "PasswordExpiry";

    public override string Title => "Passwords end after 90 days.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["IAM.17"];

    public override AccountFactKinds Needs => AccountFactKinds.PasswordPolicy;

    public override string Remedy => "With MFA for everyone this may stay; else Set-AccountPasswordPolicy -MaximumAge 90.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.PasswordPolicy.MaximumAgeDays is > 0 and <= 90 ? [] : [Warn(
        facts.PasswordPolicy.MaximumAgeDays == 0 ? "Passwords never end." : $"Passwords end after {facts.PasswordPolicy.MaximumAgeDays} days.",
        "Security Hub wants an end after 90 days; the CIS benchmark no longer does, for people then choose weak ones.",
        severity: SecuritySeverity.Informational)];
}
