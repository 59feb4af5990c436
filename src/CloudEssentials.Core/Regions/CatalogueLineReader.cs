namespace CloudEssentials.Regions;

/// <summary>Reads a text of tab-separated lines without making more strings than the fields that are asked for.</summary>
internal ref struct CatalogueLineReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;
    private ReadOnlySpan<char> _line;

    /// <summary>Goes to the next line that is neither empty nor a comment.</summary>
    public bool NextLine()
    {
        while (!_rest.IsEmpty)
        {
            int end = _rest.IndexOf('\n');
            _line = (end < 0 ? _rest : _rest[..end]).TrimEnd('\r');
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (!_line.IsEmpty && _line[0] != '#')
                return true;
        }

        return false;
    }

    /// <summary>The next field of the line; empty at its end.</summary>
    public ReadOnlySpan<char> NextSpan()
    {
        int end = _line.IndexOf('\t');
        ReadOnlySpan<char> field = end < 0 ? _line : _line[..end];
        _line = end < 0 ? default : _line[(end + 1)..];
        return field;
    }

    public string Next() => NextSpan().ToString();

    public string? NextOrNull() => NextSpan() is { IsEmpty: false } field ? field.ToString() : null;
}
