namespace CloudEssentials.Accounts.Checks;

/// <summary>No role can be assumed by anyone.</summary>
internal sealed class TrustAnyoneCheck : SecurityCheck
{
    public override string Name => "TrustAnyone";

    public override string Title => "No role can be assumed by anyone.";

    public override SecuritySeverity Severity => SecuritySeverity.Critical;

    public override IReadOnlyList<string> Controls => ["CIS-2.21"];

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => TrustGrant.Of(facts.Authorization)
        .Where(grant => grant.Kind == "AWS" && grant.Principal == "*" && !grant.Asks(key => _narrow.Contains(key)))
        .DistinctBy(grant => grant.Role.Arn)
        .Select(grant => Fail(
            "The trust policy allows the principal *.",
            grant.Statement.Condition.Count == 0 ? "Every AWS account in the world can take this role." : "Every AWS account can take this role: its condition names neither an organization nor accounts.",
            grant.Role.Arn,
            "Name who may take it: Update the trust policy with the ARN of the account or role (aws iam update-assume-role-policy), or hold it to aws:PrincipalOrgID."));

    private static readonly HashSet<string> _narrow = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID",
    };
}
