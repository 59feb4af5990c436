namespace CloudEssentials.Accounts.Checks;

/// <summary>MFA is on for the root user.</summary>
internal sealed class RootMfaCheck : SecurityCheck
{
    public override string Name => "RootMfa";

    public override string Title => "MFA is on for the root user.";

    public override SecuritySeverity Severity => SecuritySeverity.Critical;

    public override IReadOnlyList<string> Controls => ["CIS-2.5", "IAM.9"];

    public override AccountFactKinds Uses => AccountFactKinds.Summary | AccountFactKinds.CredentialReport;

    public override CheckScope Scope => CheckScope.Baseline | CheckScope.RootUser;

    public override string Remedy => "Sign in to the console as the root user, open Security credentials, and assign a passkey or a security key, and a second one for the day when the first is lost (up to 8). No API can do it for the root user.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        bool? active = facts.Has(AccountFactKinds.Summary) && facts.Summary.TryGetValue("AccountMFAEnabled", out int enabled) ? enabled != 0
            : facts.Has(AccountFactKinds.CredentialReport) ? facts.CredentialReport.Root?.MfaActive
            : null;
        if (active == true)
            return [];
        if (facts.HasNoRootPassword())
            return [Pass("The account's summary tells of no root password.", "The root user has no password, and so no sign-in to protect.")];
        return active is null
            ? [facts.Refusal(AccountFactKinds.Summary) is { } refusal ? Unseen(refusal) : Unknown("Neither the summary nor the credential report tells.")]
            : [Fail("AccountMFAEnabled is 0.", "A password alone opens everything in this account.")];
    }
}
