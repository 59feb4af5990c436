namespace CloudEssentials.Accounts.Checks;

/// <summary>All users have MFA.</summary>
internal sealed class AllUserMfaCheck : SecurityCheck
{
    public override string Name => "AllUserMfa";

    public override string Title => "All users have MFA.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override IReadOnlyList<string> Controls => ["IAM.19"];

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    public override string Remedy => "Turn programs into roles (New-WorkloadRole), people into federated users or users with MFA.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (!facts.CredentialReport.Columns.Contains("mfa_active"))
            return [Unknown("The credential report has no column mfa_active.")];
        string[] users = [.. facts.CredentialReport.Users.Where(user => user.MfaActive != true).Select(user => user.UserName)];
        return users.Length == 0 ? [] : [Warn($"Without MFA: {FactText.List(users)}.", $"{FactText.Count(users.Length, "user")} without MFA. Those with a password are findings of UserMfa; those that are programs should be roles.")];
    }
}
