namespace CloudEssentials.Accounts.Checks;

/// <summary>No key that was made together with its user lies unused.</summary>
internal sealed class InitialKeyCheck : SecurityCheck
{
    public override string Name => "InitialKey";

    public override string Title => "No key that was made together with its user lies unused.";

    public override SecuritySeverity Severity => SecuritySeverity.Low;

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => from user in facts.CredentialReport.Users
       from key in user.ActiveKeys()
       let made = user.UserCreationTime
           where key.LastUsed is null && (key.LastRotated - made)?.Duration() <= TimeSpan.FromHours(1)
       where user.PasswordEnabled == true || made < facts.TakenAt.AddDays(-1)
       select Fail(
           $"User made {FactText.Day(made)}; {key}.",
           "The key was made with the user, as if by habit, and nobody ever used it.",
           user.Arn,
           $"Delete it: aws iam list-access-keys --user-name {FactText.Quote(user.UserName)}, then aws iam delete-access-key.");
}
