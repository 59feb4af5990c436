namespace CloudEssentials.Accounts.Checks;

/// <summary>Passwords have 14 characters or more.</summary>
internal sealed class PasswordLengthCheck : SecurityCheck
{
    public override string Name => "PasswordLength";

    public override string Title => "Passwords have 14 characters or more.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.8", "IAM.15"];

    public override AccountFactKinds Needs => AccountFactKinds.PasswordPolicy;

    public override string Remedy => "Set-AccountPasswordPolicy -Preset CIS";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.PasswordPolicy.MinimumLength >= 14 ? [] : [Fail(
        facts.PasswordPolicy.IsDefault ? "The account has no password policy: AWS's default of 8 characters holds." : $"The policy asks for {facts.PasswordPolicy.MinimumLength} characters.",
        "Short passwords can be guessed.")];
}
