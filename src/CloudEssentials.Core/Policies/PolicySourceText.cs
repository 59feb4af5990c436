namespace CloudEssentials.Policies;

/// <summary>The text that a document was parsed from, and the lines in it, counted when first asked for.</summary>
internal sealed class PolicySourceText(string text)
{
    private int[]? _lineStarts;

    public string Text { get; } = text;

    public (int Line, int Column) Locate(int offset)
    {
        var starts = _lineStarts ??= FindLines(Text);
        var index = Array.BinarySearch(starts, offset);
        if (index < 0)
        {
            index = ~index - 1;
        }

        return (index + 1, offset - starts[index] + 1);
    }

    private static int[] FindLines(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
