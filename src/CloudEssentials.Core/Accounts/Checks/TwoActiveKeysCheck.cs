namespace CloudEssentials.Accounts.Checks;

/// <summary>No user has two active access keys.</summary>
internal sealed class TwoActiveKeysCheck : SecurityCheck
{
    public override string Name => "TwoActiveKeys";

    public override string Title => "No user has two active access keys.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.CredentialReport.Users.Where(user => user.ActiveKeys().Count() == 2).Select(user => Fail(
        $"{string.Join("; ", user.ActiveKeys())}.",
        "Two active keys belong to a change from one to the other, which should not last.",
        user.Arn,
        $"Deactivate the one that is not used: aws iam update-access-key --user-name {FactText.Quote(user.UserName)} --status Inactive."));
}
