namespace CloudEssentials.Accounts.Checks;

/// <summary>The access keys of the root user are not used.</summary>
internal sealed class RootKeyUseCheck : SecurityCheck
{
    public override string Name => "RootKeyUse";

    public override string Title => "The access keys of the root user are not used.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    public override CheckScope Scope => CheckScope.RootUser;

    public override string Remedy => "Find the program by the service and Region of the last use, give it a role of its own (New-WorkloadRole), then delete the key.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        if (facts.CredentialReport.Root is not { } root)
            return [Unknown("The credential report has no row of the root user.")];
        DateTimeOffset since = facts.TakenAt.AddDays(-facts.MaximumIdleDays);
        return root.AccessKeys.Where(key => key.LastUsed >= since).Select(key => Fail(
            $"Root {key}.",
            $"Access key {key.Number} of the root user was used within {facts.MaximumIdleDays} days: a program works with the powers of the root user."));
    }
}
