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
            .Select(grant => grant with { Conditions = [.. grant.Conditions, .. ConditionsFor(wish, _globalServices.Contains(grant.Action.Service.Prefix))] })
            .GroupBy(grant => grant.Shape, StringComparer.Ordinal)
            .Select(group => MakeStatement(wish, [.. group]))];
        return new(PolicySplitter.Split(statements, wish.MaximumSize ?? PolicyQuota.Of(wish.PolicyType), wish.Sid), finder.Warnings);
    }

    /// <summary>Gives a policy made before, such as a task's, the wish's conditions, Sid and size.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="wish">Of it, the conditions, Regions, principals, Sid, kind and size count.</param>
    /// <returns>The policies.</returns>
    /// <exception cref="CloudException"><c>PolicyTooLarge</c>.</exception>
    public static LeastPrivilegeResult Generate(PolicyDocument document, LeastPrivilegeWish wish)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(wish);
        IList<PolicyStatementBuilder> statements = PolicyDocumentBuilder.From(document).Statements;
        foreach (PolicyStatementBuilder statement in statements)
        {
            bool isGlobal = statement.Action.All(action => _globalServices.Contains(action.Split(':')[0]));
            foreach (string principal in wish.Principal)
                statement.WithPrincipal(KindOf(principal), principal);
            foreach (WishedCondition condition in ConditionsFor(wish, isGlobal))
                AddCondition(statement, condition);
        }

        return new(PolicySplitter.Split(statements, wish.MaximumSize ?? PolicyQuota.Of(wish.PolicyType), wish.Sid), []);
    }

    private static IEnumerable<WishedCondition> ConditionsFor(LeastPrivilegeWish wish, bool isGlobal) =>
        wish.RequestedRegion.Count == 0 || isGlobal
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
            AddCondition(statement, condition);
        return statement;
    }

    // One operator holds a key once, and its values are joined by OR: a second wish would widen the first.
    private static void AddCondition(PolicyStatementBuilder statement, WishedCondition condition)
    {
        foreach ((string conditionOperator, string key, IReadOnlyList<string> values) in statement.Condition)
        {
            if (!conditionOperator.Equals(condition.Operator, StringComparison.OrdinalIgnoreCase) || !key.Equals(condition.Key, StringComparison.OrdinalIgnoreCase))
                continue;
            if (values.All(condition.Values.Contains))
                return;
            throw new CloudException(
                "ConditionConflict",
                $"The statement is held to {key} {string.Join(" or ", values)} already; {string.Join(" or ", condition.Values)} would widen it.",
                CloudErrorCategory.InvalidArgument,
                condition.Key,
                "Ask for one of the two.");
        }

        statement.WithCondition(condition.Operator, condition.Key, condition.Values);
    }

    private static string KindOf(string principal) => principal switch
    {
        "*" => "*",
        _ when principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) && !principal.StartsWith("arn:", StringComparison.Ordinal) => "Service",
        _ when principal.Contains(":saml-provider/", StringComparison.Ordinal) || principal.Contains(":oidc-provider/", StringComparison.Ordinal) => "Federated",
        _ => "AWS",
    };
}
