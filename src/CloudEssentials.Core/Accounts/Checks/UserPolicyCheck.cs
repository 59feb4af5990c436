namespace CloudEssentials.Accounts.Checks;

/// <summary>Users get their permissions from groups alone.</summary>
internal sealed class UserPolicyCheck : SecurityCheck
{
    public override string Name => "UserPolicy";

    public override string Title => "Users get their permissions from groups alone.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.13", "IAM.2"];

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.Authorization.Users.Where(user => user.AttachedPolicies.Count + user.InlinePolicies.Count > 0).Select(user => Fail(
        $"{FactText.List([.. user.AttachedPolicies.Select(policy => policy.PolicyName), .. user.InlinePolicies.Select(policy => $"{policy.PolicyName} (inline)")])}.",
        "Policies on single users are lost from sight; in groups they are seen, and follow the job.",
        user.Arn,
        $"Move-UserPermission -UserName {FactText.Quote(user.UserName)} -WhatIf"));
}
