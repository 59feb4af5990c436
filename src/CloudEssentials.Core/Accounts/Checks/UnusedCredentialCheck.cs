namespace CloudEssentials.Accounts.Checks;

/// <summary>Passwords and keys that were not used for 45 days are gone.</summary>
internal sealed class UnusedCredentialCheck : SecurityCheck
{
    public override string Name => "UnusedCredential";

    public override string Title => "Passwords and keys that were not used for 45 days are gone.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.11", "IAM.22", "IAM.8"];

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        DateTimeOffset since = facts.TakenAt.AddDays(-45);
        foreach (CredentialReportRow user in facts.CredentialReport.Users)
        {
            List<string> unused = [];
            if (user.PasswordEnabled == true && (user.PasswordLastUsed ?? user.PasswordLastChanged ?? user.UserCreationTime) < since)
                unused.Add($"password last used {FactText.DayOrNever(user.PasswordLastUsed)}");
            unused.AddRange(user.ActiveKeys().Where(key => (key.LastUsed ?? key.LastRotated) < since).Select(key => key.ToString()));
            if (unused.Count > 0)
                yield return Fail($"{string.Join("; ", unused)}.", "What nobody uses, nobody misses when it is stolen.", user.Arn, $"Deactivate first, delete later: aws iam update-access-key --user-name {FactText.Quote(user.UserName)} --status Inactive, aws iam delete-login-profile --user-name {FactText.Quote(user.UserName)}.");
        }
    }
}
