namespace CloudEssentials.Accounts.Checks;

/// <summary>Roles for an OIDC provider name who of it may come.</summary>
internal sealed class OidcSubjectCheck : SecurityCheck
{
    public override string Name => "OidcSubject";

    public override string Title => "Roles for an OIDC provider name who of it may come.";

    public override SecuritySeverity Severity => SecuritySeverity.High;

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => TrustGrant.Of(facts.Authorization)
        .Where(grant => grant.Kind == "Federated" && grant.Principal.Contains(":oidc-provider/", StringComparison.Ordinal) && !grant.Asks(key => key.EndsWith(":sub", StringComparison.OrdinalIgnoreCase)))
        .DistinctBy(grant => grant.Role.Arn)
        .Select(grant => Fail(
            $"The trust policy allows {grant.Principal}, without a condition on its sub.",
            grant.Principal.Contains("token.actions.githubusercontent.com", StringComparison.Ordinal) ? "Every repository on GitHub can take this role." : "Everyone with an account at that provider can take this role.",
            grant.Role.Arn,
            "Hold it to one repository and branch: New-FederatedRole for GitHub writes such a trust policy."));
}
