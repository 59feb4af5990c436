namespace CloudEssentials.Accounts.Checks;

/// <summary>The root user is not used for everyday work.</summary>
internal sealed class RootPasswordUseCheck : SecurityCheck
{
    public override string Name => "RootPasswordUse";

    public override string Title => "The root user is not used for everyday work.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override IReadOnlyList<string> Controls => ["CIS-2.7", "IAM.20"];

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    public override CheckScope Scope => CheckScope.Baseline | CheckScope.RootUser;

    public override string Remedy => "Work with a role or a user of an administrators' group; Get-RootUserTask lists the few tasks that truly need the root user.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.CredentialReport.Root is not { } root)
            return [Unknown("The credential report has no row of the root user.")];
        if (!facts.CredentialReport.Columns.Contains("password_last_used"))
            return [Unknown("The credential report has no column password_last_used.")];
        string evidence = $"Root password last used {FactText.DayOrNever(root.PasswordLastUsed)}.";
        return root.PasswordLastUsed >= facts.TakenAt.AddDays(-facts.MaximumIdleDays)
            ? [Fail(evidence, $"Somebody signed in as the root user within {facts.MaximumIdleDays} days.")]
            : [Pass(evidence, $"Nobody signed in as the root user within {facts.MaximumIdleDays} days.")];
    }
}
