namespace CloudEssentials.Accounts.Checks;

/// <summary>No user is an administrator by a policy of its own.</summary>
internal sealed class AdministratorUserCheck : SecurityCheck
{
    public override string Name => "AdministratorUser";

    public override string Title => "No user is an administrator by a policy of its own.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.Authorization.Users.Where(user => user.AttachedPolicies.Any(policy => policy.PolicyArn.EndsWith(":aws:policy/AdministratorAccess", StringComparison.Ordinal))).Select(user => Fail(
        "AdministratorAccess is attached to the user.",
        "The user can do everything, and no list of administrators shows it.",
        user.Arn,
        $"Move-TeamMember -UserName {FactText.Quote(user.UserName)} into an administrators' group (New-JobFunctionGroup -JobFunction Administrator), or better a role with MFA; then detach the policy."));
}
