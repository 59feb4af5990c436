using System.Collections;
using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Comparison;

/// <summary>
/// Says what one policy grants or denies that another does not. Actions are those of the catalogue; resources are compared as the
/// sets of texts that their patterns match; conditions as formulas over the questions that they ask. What these three
/// cannot decide is called not proved.
/// </summary>
public sealed class PolicyComparer
{
    private const int MaximumQuestions = 14;

    private readonly ActionCatalog _catalog;
    private readonly ClauseTable _clauses = new();
    private readonly ComparisonTerm[] _terms;
    private readonly List<PolicyDifference> _differences = [];
    private readonly List<PolicyDifference> _denials = [];
    private string? _beyond;

    private PolicyComparer(PolicyDocument a, PolicyDocument b, ActionCatalog catalog)
    {
        _catalog = catalog;
        _terms = [.. ComparisonTerm.Read(a, 0, _clauses, catalog), .. ComparisonTerm.Read(b, 1, _clauses, catalog)];
    }

    /// <summary>Compares what two policies grant, and what they deny.</summary>
    /// <param name="a">The first policy.</param>
    /// <param name="b">The second policy.</param>
    /// <param name="catalog">The actions that there are; the shipped or refreshed catalogue if null.</param>
    /// <returns>The differences, and whether they are proved.</returns>
    /// <exception cref="CloudException">The catalogue cannot be read.</exception>
    public static PolicyComparison Compare(PolicyDocument a, PolicyDocument b, ActionCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new PolicyComparer(a, b, catalog ?? ActionCatalog.Default).Compare();
    }

    private PolicyComparison Compare()
    {
        foreach (KeyValuePair<string, List<string>> group in GroupActions())
            CompareGroup([.. _terms.Where((_, i) => group.Key[i] == '1')], group.Value);

        bool certain = _differences.Exists(difference => difference.IsCertain) || (_differences.Count == 0 && _denials.Exists(difference => difference.IsCertain));
        if (_beyond is null && _differences.Count + _denials.Count > 0 && !certain)
            _beyond = "whether they differ depends on how their conditions or variables relate.";
        return new()
        {
            Differences = _differences,
            Denials = _denials,
            UnprovedReason = certain ? null : _beyond,
            Basis = $"actions as of {_catalog.Date:yyyy-MM-dd}",
        };
    }

    // Actions of which the same statements speak are one case; most policies have a handful.
    private Dictionary<string, List<string>> GroupActions()
    {
        Dictionary<string, List<string>> groups = new(StringComparer.Ordinal);
        foreach (string action in KnownActions())
            Add(groups, action, isKnown: true);
        foreach (string action in UnknownActions())
            Add(groups, action, isKnown: false);
        return groups;
    }

    private void Add(Dictionary<string, List<string>> groups, string action, bool isKnown)
    {
        string signature = string.Create(_terms.Length, (_terms, action, isKnown), static (text, state) =>
        {
            for (int i = 0; i < text.Length; i++)
                text[i] = state._terms[i].CoversAction(state.action, state.isKnown) ? '1' : '0';
        });
        if (!groups.TryGetValue(signature, out List<string>? actions))
            groups.Add(signature, actions = []);
        actions.Add(action);
    }

    // Without a NotAction nothing is granted but what some pattern matches.
    private IEnumerable<string> KnownActions() => Array.Exists(_terms, term => term.ExcludesActions)
        ? _catalog.Services.SelectMany(service => service.Actions).Select(action => action.FullName)
        : _terms.SelectMany(term => term.KnownActions).Distinct(StringComparer.Ordinal);

    // An action that the catalogue does not know may exist all the same.
    private IEnumerable<string> UnknownActions() => _terms
        .SelectMany(term => term.Actions)
        .Where(pattern => !_catalog.MatchActions(pattern).Any())
        .Select(pattern => pattern.Replace("*", "Any", StringComparison.Ordinal).Replace('?', 'x'))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private void CompareGroup(ComparisonTerm[] terms, List<string> actions)
    {
        if (HaveSameTerms(terms))
            return;

        ResourcePattern[] patterns = [.. terms.SelectMany(term => term.Resources).Distinct()];
        IReadOnlyList<PatternAtoms.Atom>? atoms = PatternAtoms.Find(patterns.Select(pattern => pattern.Widest));
        int[] clauses = [.. terms.SelectMany(term => term.When.Clauses).Distinct()];
        if (atoms is null || clauses.Length > MaximumQuestions)
        {
            _beyond = atoms is null
                ? $"the resource patterns for {actions[0]} are too many to be compared."
                : $"the conditions on {actions[0]} ask {clauses.Length} questions, too many to be compared.";
            return;
        }

        Dictionary<ComparisonTerm, Finding> findings = [];
        foreach (PatternAtoms.Atom atom in atoms)
            CompareAtom(terms, patterns, atom, clauses, findings);
        foreach ((ComparisonTerm term, Finding finding) in findings)
            Report(term, finding, actions);
    }

    private static bool HaveSameTerms(ComparisonTerm[] terms)
    {
        ILookup<int, string> sides = terms.ToLookup(term => term.Side, term => term.Shape);
        return sides[0].ToHashSet(StringComparer.Ordinal).SetEquals(sides[1]);
    }

    private void CompareAtom(ComparisonTerm[] terms, ResourcePattern[] patterns, PatternAtoms.Atom atom, int[] clauses, Dictionary<ComparisonTerm, Finding> findings)
    {
        // A pattern with a variable may match here or may not, whatever the others do.
        int[] open = [.. Enumerable.Range(0, patterns.Length).Where(i => patterns[i].HasVariable && atom.Matches[i])];
        if (open.Length + clauses.Length > MaximumQuestions)
        {
            _beyond = $"the variables and conditions on {patterns[0].Text} are too many to be compared.";
            return;
        }

        for (int choice = 0; choice < 1 << (open.Length + clauses.Length); choice++)
        {
            bool[] matches = [.. atom.Matches];
            for (int i = 0; i < open.Length; i++)
                matches[open[i]] = (choice >> i & 1) != 0;
            BitArray answers = new(_clauses.Count);
            for (int i = 0; i < clauses.Length; i++)
                answers[clauses[i]] = (choice >> (open.Length + i) & 1) != 0;
            bool certain = open.Length <= 1 && _clauses.CanOccur(clauses, answers);
            CompareCase(terms, pattern => matches[Array.IndexOf(patterns, pattern)], answers, certain, findings);
        }
    }

    private static void CompareCase(ComparisonTerm[] terms, Func<ResourcePattern, bool> matches, BitArray answers, bool certain, Dictionary<ComparisonTerm, Finding> findings)
    {
        ComparisonTerm[] applying = [.. terms.Where(term => term.Applies(matches, answers))];
        Note(applying, Grants, isAllow: true, matches, certain, findings);
        // Beside other policies a denial counts even where this one grants nothing that it could take away.
        Note(applying, Denies, isAllow: false, matches, certain, findings);
    }

    private static void Note(ComparisonTerm[] applying, Func<ComparisonTerm[], int, bool> holds, bool isAllow, Func<ResourcePattern, bool> matches, bool certain, Dictionary<ComparisonTerm, Finding> findings)
    {
        if (holds(applying, 0) == holds(applying, 1))
            return;

        int side = holds(applying, 0) ? 0 : 1;
        foreach (ComparisonTerm term in applying.Where(term => term.IsAllow == isAllow && term.Side == side))
        {
            if (!findings.TryGetValue(term, out Finding? finding))
                findings.Add(term, finding = new());
            finding.IsCertain |= certain;
            finding.Resources.UnionWith(term.ExcludesResources ? [$"anything but {string.Join(", ", term.Resources.Select(pattern => pattern.Text))}"] : term.Resources.Where(matches).Select(pattern => pattern.Text));
        }
    }

    private static bool Grants(ComparisonTerm[] applying, int side) =>
        Array.Exists(applying, term => term.Side == side && term.IsAllow) && !Denies(applying, side);

    private static bool Denies(ComparisonTerm[] applying, int side) => Array.Exists(applying, term => term.Side == side && !term.IsAllow);

    private void Report(ComparisonTerm term, Finding finding, List<string> actions) =>
        (term.IsAllow ? _differences : _denials).AddRange(finding.Resources.Select(resource => new PolicyDifference
        {
            GrantedBy = term.Side == 0 ? "A" : "B",
            Action = actions,
            Resource = resource,
            Condition = term.Statement.ConditionNode?.ToJson(),
            Statement = term.Statement.Sid ?? $"{term.Statement.Index}",
            IsCertain = finding.IsCertain,
        }));

    private sealed class Finding
    {
        internal SortedSet<string> Resources { get; } = new(StringComparer.Ordinal);

        internal bool IsCertain { get; set; }
    }
}
