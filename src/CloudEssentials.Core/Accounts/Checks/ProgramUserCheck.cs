namespace CloudEssentials.Accounts.Checks;

/// <summary>Programs work with roles, not as users.</summary>
internal sealed class ProgramUserCheck : SecurityCheck
{
    public override string Name => "ProgramUser";

    public override string Title => "Programs work with roles, not as users.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override AccountFactKinds Needs => AccountFactKinds.CredentialReport;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.CredentialReport.Users.Where(user => user.PasswordEnabled != true && user.ActiveKeys().Any()).Select(user => Warn(
        $"No password; {string.Join("; ", user.ActiveKeys())}.",
        "A user with keys and no password is a program: a role would give it keys that end by themselves.",
        user.Arn,
        "Inside AWS: New-WorkloadRole. From GitHub or another OIDC provider: New-FederatedRole. On machines of your own: IAM Roles Anywhere."));
}
