namespace CloudEssentials.Accounts.Checks;

/// <summary>Users with a password have MFA.</summary>
internal sealed class UserMfaCheck : SecurityCheck
{
    public override string Name => "UserMfa";

    public override string Title => "Users with a password have MFA.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override IReadOnlyList<string> Controls => ["CIS-2.10", "IAM.5"];

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.CredentialReport.Columns.Contains("mfa_active")
        ? facts.CredentialReport.Users.Where(user => user.PasswordEnabled == true && user.MfaActive != true).Select(user => Fail(
            $"Password last used {FactText.DayOrNever(user.PasswordLastUsed)}, no MFA device.",
            "A password alone opens the console for this user.",
            user.Arn,
            $"Have the user register a passkey, or make a device: New-VirtualMfaDevice -UserName {FactText.Quote(user.UserName)}"))
        : [Unknown("The credential report has no column mfa_active.")];
}
