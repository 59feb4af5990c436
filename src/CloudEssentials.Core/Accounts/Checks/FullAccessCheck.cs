namespace CloudEssentials.Accounts.Checks;

/// <summary>No policy of your own allows everything on everything.</summary>
internal sealed class FullAccessCheck : SecurityCheck
{
    public override string Name => "FullAccess";

    public override string Title => "No policy of your own allows everything on everything.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override IReadOnlyList<string> Controls => ["CIS-2.14", "IAM.1"];

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => OwnPolicy.Of(facts.Authorization).Where(policy => policy.IsFullAccess()).Select(policy => Fail(
        $"Allow * on *, in the {policy.Where(facts.Authorization)}.",
        "Whoever has the policy can do everything.",
        policy.Arn,
        "Write what is needed: New-LeastPrivilegePolicy; for administrators take the AWS managed policy AdministratorAccess, in a group or a role with MFA."));
}
