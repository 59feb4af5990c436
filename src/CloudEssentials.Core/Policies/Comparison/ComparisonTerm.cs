using System.Collections;
using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Comparison;

/// <summary>A statement as the comparison sees it.</summary>
internal sealed class ComparisonTerm
{
    private ComparisonTerm(PolicyStatement statement, int side, ClauseTable clauses, ActionCatalog catalog, bool hasVariables)
    {
        Statement = statement;
        Side = side;
        IsAllow = statement.IsAllow;
        Actions = statement.Action ?? statement.NotAction!;
        ExcludesActions = statement.Action is null;
        ExcludesResources = statement.Resource is null && statement.NotResource is not null;
        Resources = [.. (statement.Resource ?? statement.NotResource)?.Select(text => ResourcePattern.Read(text, hasVariables)) ?? [ResourcePattern.Any]];
        KnownActions = new(Actions.SelectMany(catalog.MatchActions).Select(action => action.FullName), StringComparer.Ordinal);
        When = new(statement, clauses);
        Shape = string.Join('\n', [
            statement.Effect,
            $"{ExcludesResources}",
            .. Resources.Select(pattern => $"{pattern.HasVariable}{pattern.Text}").Order(StringComparer.Ordinal),
            statement.Principal?.ToString(),
            statement.NotPrincipal?.ToString(),
            statement.ConditionNode?.ToJson(PolicyJsonStyle.Canonical)]);
    }

    /// <summary>The statement.</summary>
    internal PolicyStatement Statement { get; }

    /// <summary>0 for the first policy, 1 for the second.</summary>
    internal int Side { get; }

    /// <summary>True for an Allow.</summary>
    internal bool IsAllow { get; }

    /// <summary>The patterns of Action or NotAction.</summary>
    internal PolicyValues Actions { get; }

    /// <summary>True for NotAction.</summary>
    internal bool ExcludesActions { get; }

    /// <summary>The patterns of Resource or NotResource; without either, anything.</summary>
    internal ResourcePattern[] Resources { get; }

    /// <summary>True for NotResource.</summary>
    internal bool ExcludesResources { get; }

    /// <summary>When it applies.</summary>
    internal ConditionFormula When { get; }

    /// <summary>All but its actions, so that terms of the same shape decide alike for an action that both cover.</summary>
    internal string Shape { get; }

    /// <summary>The actions of the catalogue that its patterns match.</summary>
    internal HashSet<string> KnownActions { get; }

    /// <summary>Reads the statements that say anything.</summary>
    internal static IEnumerable<ComparisonTerm> Read(PolicyDocument document, int side, ClauseTable clauses, ActionCatalog catalog) =>
        document.Statements
            .Where(statement => (statement.IsAllow || statement.IsDeny) && (statement.Action ?? statement.NotAction) is not null)
            .Select(statement => new ComparisonTerm(statement, side, clauses, catalog, document.Version == "2012-10-17"));

    /// <summary>True where it speaks of an action.</summary>
    internal bool CoversAction(string action, bool isKnown) =>
        (isKnown ? KnownActions.Contains(action) : Actions.Any(pattern => NamePattern.IsMatch(action, pattern))) != ExcludesActions;

    /// <summary>True where it speaks of a resource, told which patterns match it.</summary>
    internal bool CoversResource(Func<ResourcePattern, bool> matches) => Array.Exists(Resources, pattern => matches(pattern)) != ExcludesResources;

    /// <summary>True where it applies to a resource under given answers.</summary>
    internal bool Applies(Func<ResourcePattern, bool> matches, BitArray answers) => CoversResource(matches) && When.IsTrue(answers);
}
