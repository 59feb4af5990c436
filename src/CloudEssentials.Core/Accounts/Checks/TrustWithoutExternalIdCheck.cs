namespace CloudEssentials.Accounts.Checks;

/// <summary>Roles that other accounts may assume ask for an external id.</summary>
internal sealed class TrustWithoutExternalIdCheck : SecurityCheck
{
    public override string Name => "TrustWithoutExternalId";

    public override string Title => "Roles that other accounts may assume ask for an external id.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    public override AccountFactKinds Uses => AccountFactKinds.Organization;

    public override string Remedy => "Ask the other party for an external id and add the condition StringEquals sts:ExternalId to the trust policy; between accounts of your own organization aws:PrincipalOrgID does.";

    protected override IEnumerable<CheckResult> Test(AccountFacts facts)
    {
        string? own = facts.Has(AccountFactKinds.Organization) ? facts.Organization.ManagementAccountId : null;
        return TrustGrant.Of(facts.Authorization)
            .Where(grant => grant.Kind == "AWS" && grant.Account is { } account && account != facts.AccountId && account != own)
            .Where(grant => !grant.Asks(key => key.Equals("sts:ExternalId", StringComparison.OrdinalIgnoreCase) || key.Equals("aws:PrincipalOrgID", StringComparison.OrdinalIgnoreCase)))
            .GroupBy(grant => grant.Role.Arn)
            .Select(grants => Fail(
                $"The trust policy allows {FactText.List(grants.Select(grant => grant.Principal).Distinct())}, without sts:ExternalId.",
                "Another customer of that account could have it take this role in their stead (the confused deputy).",
                grants.Key));
    }
}
