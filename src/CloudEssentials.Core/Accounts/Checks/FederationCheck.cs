namespace CloudEssentials.Accounts.Checks;

/// <summary>People come by federation or Identity Center.</summary>
internal sealed class FederationCheck : SecurityCheck
{
    public override string Name => "Federation";

    public override string Title => "People come by federation or Identity Center.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.19"];

    public override AccountFactKinds Needs => AccountFactKinds.IdentityProviders | AccountFactKinds.Authorization;

    public override AccountFactKinds Uses => AccountFactKinds.CredentialReport;

    public override string Remedy => "Turn on IAM Identity Center for the organization, or New-FederatedRole with the SAML metadata of your identity provider.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        string[] saml = [.. facts.IdentityProviders.Where(provider => provider.Contains(":saml-provider/", StringComparison.Ordinal))];
        if (saml.Length > 0)
            return [Pass($"SAML provider {FactText.List(saml)}.", "People can come by federation.")];
        if (facts.Authorization.Roles.Any(role => role.Path.StartsWith("/aws-reserved/sso.amazonaws.com/", StringComparison.Ordinal)))
            return [Pass("There are roles of IAM Identity Center.", "People come by IAM Identity Center.")];
        int people = facts.Has(AccountFactKinds.CredentialReport) ? facts.CredentialReport.Users.Count(user => user.PasswordEnabled == true) : facts.Authorization.Users.Count;
        string evidence = facts.IdentityProviders.Count == 0 ? "No identity provider." : $"No SAML provider; OIDC is for programs: {FactText.List(facts.IdentityProviders)}.";
        return people == 0
            ? [Warn(evidence, "Nobody signs in here yet; set up federation before you make users.", severity: SecuritySeverity.Low)]
            : [Fail(evidence, $"{FactText.Count(people, "user")} with passwords to be kept in each account, instead of one place where people come and go.")];
    }
}
