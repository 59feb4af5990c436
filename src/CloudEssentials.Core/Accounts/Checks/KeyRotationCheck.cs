namespace CloudEssentials.Accounts.Checks;

/// <summary>Access keys are no older than 90 days.</summary>
internal sealed class KeyRotationCheck : SecurityCheck
{
    public override string Name => "KeyRotation";

    public override string Title => "Access keys are no older than 90 days.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.12", "IAM.3"];

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => from user in facts.CredentialReport.Users
       from key in user.ActiveKeys()
       where key.LastRotated < facts.TakenAt.AddDays(-90)
       select Fail(
           $"{key}.",
           $"Access key {key.Number} is {(int)(facts.TakenAt - key.LastRotated!.Value).TotalDays} days old: the longer a key lives, the more places know it.",
           user.Arn,
           $"Make a second key, change the program over, deactivate the old key and delete it: aws iam create-access-key --user-name {FactText.Quote(user.UserName)}. Better: a role (New-WorkloadRole).");
}
