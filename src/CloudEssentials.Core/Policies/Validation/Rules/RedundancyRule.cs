using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Values that another value of the same element covers; https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html.</summary>
internal sealed class RedundancyRule : PolicyRule
{
    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (view.Actions.Length > 1)
            new PatternList(view.ActionValues!.NodeArray, Array.ConvertAll(view.Actions, action => action.Service?.Prefix), ignoreCase: true).Report(context, "REDUNDANT_ACTION");
        if (view.Resources.Length > 1)
            new PatternList(view.ResourceValues!.NodeArray, Array.ConvertAll(view.Resources, arn => arn.Group), ignoreCase: false).Report(context, "REDUNDANT_RESOURCE");
    }

    /// <summary>The values of a list. In a long one, patterns that name their service are held only against values of that service.</summary>
    private readonly struct PatternList
    {
        private const int FewValues = 16;

        // A group of nothing but patterns would be compared with itself; beyond this many comparisons a list is left alone.
        private const int MostComparisons = 1_000_000;
        private readonly PolicyNode[] _nodes;
        private readonly string?[] _services;
        private readonly bool _ignoreCase;
        private readonly List<int> _everywhere = [];
        private readonly Dictionary<string, List<int>>? _groups;

        public PatternList(PolicyNode[] nodes, string?[] services, bool ignoreCase)
        {
            _nodes = nodes;
            _services = services;
            _ignoreCase = ignoreCase;
            _groups = nodes.Length > FewValues ? new(StringComparer.Ordinal) : null;
            for (var i = 0; i < nodes.Length; i++)
            {
                if (!Wildcards.Any(Text(i)))
                    continue;
                if (_groups is null || services[i] is not { } service)
                    _everywhere.Add(i);
                else if (_groups.TryGetValue(service, out var list))
                    list.Add(i);
                else
                    _groups.Add(service, [i]);
            }
        }

        public void Report(ValidationContext context, string code)
        {
            HashSet<string>? seen = _nodes.Length > FewValues ? new(_ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal) : null;
            var comparisons = 0;
            for (var i = 0; i < _nodes.Length && comparisons < MostComparisons; i++)
            {
                var text = Text(i);
                if (text.Length == 0)
                    continue;
                if (seen is not null ? !seen.Add(text) : StandsBefore(i))
                    context.ReportRemovable(code, _nodes[i], $"`{text}` stands in the list already: remove it.");
                else if (FindCover(i, text, ref comparisons) is { } cover)
                    context.ReportRemovable(code, _nodes[i], $"`{text}` is covered by `{cover}` of the same list: remove it, or narrow the pattern if it is too wide.");
            }
        }

        private string Text(int index) => _nodes[index].IsString ? _nodes[index].Text! : "";

        private bool StandsBefore(int index)
        {
            for (var i = 0; i < index; i++)
            {
                if (Text(i).Equals(Text(index), _ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                    return true;
            }

            return false;
        }

        private string? FindCover(int index, string text, ref int comparisons)
        {
            if (FindCover(_everywhere, index, text, ref comparisons) is { } cover)
                return cover;
            return _groups is not null && _services[index] is { } service && _groups.TryGetValue(service, out var list)
                ? FindCover(list, index, text, ref comparisons)
                : null;
        }

        private string? FindCover(List<int> patterns, int index, string text, ref int comparisons)
        {
            comparisons += patterns.Count;
            foreach (var other in patterns)
            {
                var wide = Text(other);
                if (other == index || !Wildcards.Covers(wide, text, _ignoreCase))
                    continue;

                // Two patterns may each cover the other, as a* and a**; the first of them stays.
                if (other < index || !Wildcards.Covers(text, wide, _ignoreCase))
                    return wide;
            }

            return null;
        }
    }
}
