namespace CloudEssentials.Accounts.Checks;

/// <summary>Earlier passwords are refused.</summary>
internal sealed class PasswordReuseCheck : SecurityCheck
{
    public override string Name => "PasswordReuse";

    public override string Title => "Earlier passwords are refused.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["CIS-2.9", "IAM.16"];

    public override AccountFactKinds Needs => AccountFactKinds.PasswordPolicy;

    public override string Remedy => "Set-AccountPasswordPolicy -Preset CIS";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.PasswordPolicy.ReusePrevention >= 24 ? [] : [Fail(
        facts.PasswordPolicy.IsDefault ? "The account has no password policy." : $"The policy remembers {FactText.Count(facts.PasswordPolicy.ReusePrevention, "password")}, and 24 is the most.",
        "A password that has leaked can come back.")];
}
