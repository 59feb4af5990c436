namespace CloudEssentials.Policies.Evaluation;

/// <summary>A pattern made ready for many matches: the common shapes are recognised once.</summary>
internal sealed class TextPattern
{
    private readonly Shape _shape;
    private readonly string _text;

    /// <summary>Makes a pattern.</summary>
    /// <param name="pattern">Text with the wildcards of <see cref="Wildcard"/>.</param>
    public TextPattern(string pattern)
    {
        Pattern = pattern;
        bool one = pattern.Contains(Wildcard.AnyOne);
        int run = pattern.IndexOf(Wildcard.AnyRun);
        bool onlyLast = run >= 0 && run == pattern.Length - 1;
        (_shape, _text) = (one, run, onlyLast) switch
        {
            (false, < 0, _) => (Shape.Exact, pattern),
            (false, 0, _) when pattern.Trim(Wildcard.AnyRun).Length == 0 => (Shape.Everything, ""),
            (false, _, true) => (Shape.Prefix, pattern[..run]),
            _ => (Shape.General, pattern),
        };
    }

    private enum Shape
    {
        Everything,
        Exact,
        Prefix,
        General,
    }

    public string Pattern { get; }

    public bool IsEverything => _shape == Shape.Everything;

    public bool IsExact => _shape == Shape.Exact;

    public bool EndsOpen => Pattern.EndsWith(Wildcard.AnyRun);

    public bool IsMatch(ReadOnlySpan<char> text) => _shape switch
    {
        Shape.Everything => true,
        Shape.Exact => text.SequenceEqual(_text),
        Shape.Prefix => text.StartsWith(_text),
        _ => Wildcard.IsMatch(_text, text),
    };
}
