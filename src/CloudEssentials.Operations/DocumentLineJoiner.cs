using System.Text;

namespace CloudEssentials.Operations;

/// <summary>
/// Joins the lines of a JSON document that came one by one, as from <c>Get-Content</c>, into one text. Text that does
/// not open an object or an array is a document of its own.
/// </summary>
public sealed class DocumentLineJoiner
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>Adds a line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <returns>The whole document if this line ended it; else null.</returns>
    public string? Add(string line)
    {
        if (_text.Length == 0 && !OpensDocument(line))
            return string.IsNullOrWhiteSpace(line) ? null : line;

        foreach (char character in line)
            _depth += DepthChange(character);

        // A string cannot go over a line's end: what follows is another matter, and the parser will say where.
        _inString = false;
        _escaped = false;
        _text.Append(line);
        if (_depth <= 0)
            return Flush();

        _text.Append('\n');
        return null;
    }

    /// <summary>Takes what is left, a document that was never closed.</summary>
    /// <returns>The text, or null if nothing is left.</returns>
    public string? Flush()
    {
        string? rest = _text.Length == 0 ? null : _text.ToString();
        _text.Clear();
        _depth = 0;
        return rest;
    }

    private int DepthChange(char character)
    {
        if (_inString)
        {
            _inString = _escaped || character != '"';
            _escaped = !_escaped && character == '\\';
            return 0;
        }

        _inString = character == '"';
        return character switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
    }

    private static bool OpensDocument(string line)
    {
        ReadOnlySpan<char> start = line.AsSpan().TrimStart('\uFEFF').TrimStart();
        return start is ['{' or '[', ..];
    }
}
