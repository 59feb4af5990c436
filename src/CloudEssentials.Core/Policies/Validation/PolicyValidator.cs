using CloudEssentials.Catalog;
using CloudEssentials.Policies.Validation.Lookups;
using CloudEssentials.Policies.Validation.Rules;

namespace CloudEssentials.Policies.Validation;

/// <summary>
/// Checks policies against the policy grammar, the catalogue of actions and good practice, without an account.
/// Safe for many threads at once; a validator remembers what it looked up, so keep one.
/// </summary>
public sealed class PolicyValidator
{
    private static readonly Lazy<PolicyValidator> Shared = new(() => new(ActionCatalog.Default));

    private static readonly PolicyRule[] Rules =
    [
        new ElementRule(), new VersionRule(), new SidRule(), new CharacterRule(), new EmptyElementRule(), new ActionRule(), new ArnRule(), new VariableRule(),
        new PrincipalRule(), new TrustPolicyRule(), new FederationRule(), new ServicePrincipalRule(), new ServiceControlRule(), new ResourceControlRule(),
        new ResourcePolicyRule(), new ConditionOperatorRule(), new ConditionKeyRule(), new ConditionTypeRule(), new ConditionValueRule(), new AddressRule(),
        new ConditionScopeRule(), new TagConditionRule(), RoleGrantRule.PassRole, RoleGrantRule.CreateServiceLinkedRole, new RedundancyRule(),
        new RedundantStatementRule(), new ResourceMatchRule(), new EscalationRule(), new ExposureRule(), new BreadthRule(), new SizeRule(),
    ];

    private readonly PolicyLookups _lookups;

    /// <summary>Makes a validator on a catalogue.</summary>
    /// <param name="catalog">The actions, resource types and condition keys that exist.</param>
    public PolicyValidator(ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _lookups = new(catalog);
    }

    /// <summary>The validator on the newest catalogue of this machine.</summary>
    public static PolicyValidator Default => Shared.Value;

    /// <summary>Checks a text; one that is no policy document at all has one finding, <c>JSON_SYNTAX_ERROR</c>.</summary>
    /// <param name="text">JSON, or JSON in URL encoding.</param>
    /// <param name="options">What to assume and what to report; null for the defaults.</param>
    /// <returns>The findings: those on the document as a whole, then by statement, and in a statement by theme.</returns>
    public IReadOnlyList<PolicyFinding> Check(string text, PolicyCheckOptions? options = null) =>
        PolicyDocument.TryParse(text, out var document, out var error) ? Check(document, options) : [new PolicyFinding(error)];

    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">What to assume and what to report; null for the defaults.</param>
    /// <param name="path">The file that the document comes from, if it comes from one; the findings carry it.</param>
    /// <returns>The findings: those on the document as a whole, then by statement, and in a statement by theme.</returns>
    public IReadOnlyList<PolicyFinding> Check(PolicyDocument document, PolicyCheckOptions? options = null, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= new();
        ValidationContext context = new(document, options.PolicyType ?? GuessType(document), options, _lookups);
        foreach (var rule in Rules)
            rule.CheckDocument(context);
        foreach (var statement in context.Statements)
        {
            context.Current = statement;
            foreach (var rule in Rules)
                rule.CheckStatement(context, statement);
        }

        foreach (var finding in path is null ? [] : context.Findings)
            finding.Path = path;
        return context.Findings;
    }

    /// <summary>The one finding of a text that is no policy document.</summary>
    /// <param name="exception">Why it is none.</param>
    /// <param name="path">The file that the text comes from, if it comes from one.</param>
    /// <returns>A finding <c>JSON_SYNTAX_ERROR</c>.</returns>
    public static IReadOnlyList<PolicyFinding> Report(PolicySyntaxException exception, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return [new PolicyFinding(exception.Error) { Path = path }];
    }

    /// <summary>
    /// Tells a policy's kind from the document: without principals an identity policy; with principals and only actions of
    /// taking a role, and no resource, a trust policy; else a resource policy.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <returns>The kind that it most probably is.</returns>
    public static PolicyType GuessType(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var hasPrincipal = false;
        var isTrust = true;
        foreach (var statement in document.Statements)
        {
            hasPrincipal |= statement.Principal is not null || statement.NotPrincipal is not null;
            isTrust &= statement.Resource is null && statement.NotResource is null && statement.Action is not null
                && statement.Action.All(action => action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase));
        }

        return !hasPrincipal ? PolicyType.Identity : isTrust ? PolicyType.Trust : PolicyType.Resource;
    }
}
