using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Generation;

/// <summary>
/// Makes the smallest policy that grants a wish: each action with just the resources that it can act on.
/// See https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html.
/// </summary>
public static class LeastPrivilegeGenerator
{
    // They answer from one Region whoever asks from where, so that a condition on the Region would shut them off.
    private static readonly HashSet<string> _globalServices = new(StringComparer.OrdinalIgnoreCase)
    {
        "account", "artifact", "aws-portal", "billing", "budgets", "ce", "cloudfront", "consolidatedbilling", "cur", "freetier", "globalaccelerator",
        "health", "iam", "importexport", "invoicing", "networkmanager", "organizations", "payments", "pricing", "route53", "route53domains",
        "shield", "support", "sustainability", "tax", "trustedadvisor", "waf",
    };

    /// <summary>Makes the policies.</summary>
    /// <param name="wish">What the job needs.</param>
    /// <param name="catalog">The actions that there are; the shipped or refreshed catalogue if null.</param>
    /// <returns>The policies and what to know about them.</returns>
    /// <exception cref="CloudException">
    /// <c>ActionUnknown</c>, <c>ServiceUnknown</c>, <c>ArnInvalid</c>, <c>ResourceNeeded</c>, <c>NothingWished</c>,
    /// <c>NothingFits</c>, <c>PolicyTooLarge</c>.
    /// </exception>
    public static LeastPrivilegeResult Generate(LeastPrivilegeWish wish, ActionCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.Action.Count == 0 && (wish.AccessLevel.Count == 0 || (wish.Resource.Count == 0 && wish.Service.Count == 0)))
        {
            throw new CloudException(
                "NothingWished",
                "There is nothing to grant.",
                remedy: "Give -Action (with -Resource), or -ResourceArn with -AccessLevel, or -Service with -AccessLevel, or -Task.");
        }

        GrantFinder finder = new(catalog ?? ActionCatalog.Default, wish);
        List<Grant> grants = finder.Find();
        if (grants.Count == 0)
        {
            throw new CloudException(
                "NothingFits",
                $"No action of the wanted access levels ({string.Join(", ", wish.AccessLevel)}) acts on {string.Join(", ", wish.Resource.Concat(wish.Service))}.",
                CloudErrorCategory.ObjectNotFound,
                remedy: "Look at the service's actions with Get-PolicyAction -Service.");
        }

        List<PolicyStatementBuilder> statements = [.. grants
            .Select(grant => grant with { Conditions = [.. grant.Conditions, .. ConditionsFor(wish, grant)] })
            .GroupBy(grant => grant.Shape, StringComparer.Ordinal)
            .Select(group => MakeStatement(wish, [.. group]))];
        return new(PolicySplitter.Split(statements, wish.MaximumSize ?? PolicyQuota.Of(wish.PolicyType), wish.Sid), finder.Warnings);
    }

    private static IEnumerable<WishedCondition> ConditionsFor(LeastPrivilegeWish wish, Grant grant) =>
        wish.RequestedRegion.Count == 0 || _globalServices.Contains(grant.Action.Service.Prefix)
            ? wish.Condition
            : wish.Condition.Append(new("StringEquals", "aws:RequestedRegion", wish.RequestedRegion));

    private static PolicyStatementBuilder MakeStatement(LeastPrivilegeWish wish, IReadOnlyList<Grant> grants)
    {
        PolicyStatementBuilder statement = new();
        statement.WithAction(grants.Select(grant => grant.Action.FullName).Order(StringComparer.Ordinal));
        // A trust policy is the role's own: it names no resource.
        if (wish.PolicyType != PolicyType.Trust)
            statement.WithResource(grants[0].Resources);
        foreach (string principal in wish.Principal)
            statement.WithPrincipal(KindOf(principal), principal);
        foreach (WishedCondition condition in grants[0].Conditions)
            statement.WithCondition(condition.Operator, condition.Key, condition.Values);
        return statement;
    }

    private static string KindOf(string principal) => principal switch
    {
        "*" => "*",
        _ when principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) && !principal.StartsWith("arn:", StringComparison.Ordinal) => "Service",
        _ when principal.Contains(":saml-provider/", StringComparison.Ordinal) || principal.Contains(":oidc-provider/", StringComparison.Ordinal) => "Federated",
        _ => "AWS",
    };
}
