using System.Buffers;
using System.Globalization;
using System.Text;

namespace CloudEssentials.Policies;

/// <summary>
/// A strict JSON reader (RFC 8259, and no name twice in one object, as IAM wants it) that remembers where everything
/// stands. It does not recurse, so that no depth of nesting exhausts the stack.
/// </summary>
internal ref struct PolicyParser
{
    private const int FewMembers = 12;

    private static readonly SearchValues<char> StringEnd = SearchValues.Create("\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private static readonly string[][] KnownStrings = MakeKnownStrings();

    private readonly PolicySourceText _source;
    private readonly ReadOnlySpan<char> _text;
    private readonly List<PolicyNode> _pending = [];
    private readonly Stack<int> _starts = new();
    private PolicyNode? _container;
    private string? _name;
    private int _nameOffset = -1;
    private int _at;

    private PolicyParser(PolicySourceText source)
    {
        _source = source;
        _text = source.Text;
    }

    /// <summary>What was wrong, after <see cref="Read"/> gave null.</summary>
    private PolicySyntaxError? Error { get; set; }

    /// <summary>Reads a text. Gives the root, or null and the reason.</summary>
    public static PolicyNode? Parse(PolicySourceText source, out PolicySyntaxError? error)
    {
        PolicyParser parser = new(source);
        var root = parser.Read();
        error = parser.Error;
        return root;
    }

    private PolicyNode? Read()
    {
        SkipSpace();
        if (_at == _text.Length)
        {
            Fail(_at, "there is nothing in it.", "Give a JSON object with Version and Statement.");
            return null;
        }

        while (true)
        {
            // Each turn reads one value; what follows decides whether another one comes.
            var opened = false;
            if (_at < _text.Length && _text[_at] is '{' or '[')
            {
                Open();
                opened = !IsAtClose();
                if (opened && !ReadNameIfObject())
                {
                    return null;
                }
            }
            else if (!ReadScalar())
            {
                return null;
            }

            if (opened)
            {
                continue;
            }

            if (!GoOn(out var another))
            {
                return null;
            }

            if (!another)
            {
                return Finish();
            }
        }
    }

    private bool IsAtClose()
    {
        SkipSpace();
        return _at < _text.Length && _text[_at] == (_container!.Kind == PolicyNodeKind.Object ? '}' : ']');
    }

    // After a value: closes what ends here, and says whether another value follows.
    private bool GoOn(out bool another)
    {
        another = false;
        while (_container is not null)
        {
            if (IsAtClose())
            {
                _at++;
                if (!Close())
                {
                    return false;
                }

                continue;
            }

            if (_at == _text.Length)
            {
                return Fail(_at, $"it ends while {Describe(_container)} is still open.", $"Close it with {(_container.Kind == PolicyNodeKind.Object ? "}" : "]")}.");
            }

            if (_text[_at] != ',')
            {
                return FailAtUnexpected("a comma or the end of " + Describe(_container));
            }

            var comma = _at++;
            if (IsAtClose())
            {
                return Fail(comma, "a comma stands before the closing bracket.", "Remove the comma.", new PolicyTextEdit(comma, 1, ""));
            }

            another = true;
            return ReadNameIfObject();
        }

        return true;
    }

    private PolicyNode? Finish()
    {
        SkipSpace();
        if (_at < _text.Length)
        {
            if (!FailIfComment())
            {
                Fail(_at, $"text follows after the document's end, beginning with {Show(_text[_at])}.", "Leave one JSON object and nothing after it.");
            }

            return null;
        }

        return _pending[0];
    }

    private void Open()
    {
        var kind = _text[_at] == '{' ? PolicyNodeKind.Object : PolicyNodeKind.Array;
        _container = NewNode(kind, _at++);
        _starts.Push(_pending.Count);
    }

    private bool Close()
    {
        var node = _container!;
        var start = _starts.Pop();
        node.EndOffset = _at;
        if (_pending.Count > start)
        {
            var children = new PolicyNode[_pending.Count - start];
            _pending.CopyTo(start, children, 0, children.Length);
            _pending.RemoveRange(start, children.Length);
            node.ChildArray = children;
            if (node.Kind == PolicyNodeKind.Object && FindDuplicate(children) is { } twice)
            {
                return Fail(
                    twice.NameOffset,
                    $"the name {Quote(twice.Name!)} stands twice in the same object.",
                    "Keep one of them, or give both values to one name as an array.");
            }
        }

        _pending.Add(node);
        _container = node.Parent;
        return true;
    }

    private static PolicyNode? FindDuplicate(PolicyNode[] members)
    {
        if (members.Length > FewMembers)
        {
            HashSet<string> seen = new(members.Length, StringComparer.Ordinal);
            return Array.Find(members, member => !seen.Add(member.Name!));
        }

        for (var i = 1; i < members.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (members[i].Name == members[j].Name)
                {
                    return members[i];
                }
            }
        }

        return null;
    }

    private PolicyNode NewNode(PolicyNodeKind kind, int offset)
    {
        var index = _container is null ? 0 : _pending.Count - _starts.Peek();
        PolicyNode node = new(_source, kind, _container, index, _name, _nameOffset, offset);
        _name = null;
        _nameOffset = -1;
        return node;
    }

    private bool ReadNameIfObject()
    {
        SkipSpace();
        if (_container!.Kind != PolicyNodeKind.Object)
        {
            return true;
        }

        if (_at == _text.Length || _text[_at] != '"')
        {
            return FailAtUnexpected("a name in double quotes");
        }

        var start = _at;
        if (!ReadString(out var read))
        {
            return false;
        }

        _name = read;
        _nameOffset = start;
        SkipSpace();
        if (_at == _text.Length || _text[_at] != ':')
        {
            return FailAtUnexpected($"a colon after the name {Quote(read)}");
        }

        _at++;
        SkipSpace();
        return true;
    }

    private bool ReadScalar()
    {
        if (_at == _text.Length)
        {
            return FailAtUnexpected("a value");
        }

        var start = _at;
        PolicyNode node;
        string? value;
        switch (_text[_at])
        {
            case '"':
                if (!ReadString(out value))
                {
                    return false;
                }

                node = NewNode(PolicyNodeKind.String, start);
                break;
            case '-' or (>= '0' and <= '9'):
                if (!ReadNumber())
                {
                    return false;
                }

                node = NewNode(PolicyNodeKind.Number, start);
                value = _text[start.._at].ToString();
                break;
            default:
                value = ReadLiteral();
                if (value is null)
                {
                    return FailAtUnexpected("a value");
                }

                node = NewNode(value == "null" ? PolicyNodeKind.Null : PolicyNodeKind.Boolean, start);
                break;
        }

        node.Text = value;
        node.EndOffset = _at;
        _pending.Add(node);
        return true;
    }

    private string? ReadLiteral()
    {
        foreach (var literal in (ReadOnlySpan<string>)["true", "false", "null"])
        {
            var end = _at + literal.Length;
            if (_text[_at..].StartsWith(literal) && (end == _text.Length || !char.IsLetterOrDigit(_text[end])))
            {
                _at = end;
                return literal;
            }
        }

        return null;
    }

    private bool ReadNumber()
    {
        var start = _at;
        _at += _text[_at] == '-' ? 1 : 0;
        var whole = SkipDigits();
        var good = whole == 1 || (whole > 1 && _text[_at - whole] != '0');
        if (good && _at < _text.Length && _text[_at] == '.')
        {
            _at++;
            good = SkipDigits() > 0;
        }

        if (good && _at < _text.Length && _text[_at] is 'e' or 'E')
        {
            _at++;
            _at += _at < _text.Length && _text[_at] is '+' or '-' ? 1 : 0;
            good = SkipDigits() > 0;
        }

        return good || Fail(start, "a number is not written as JSON wants it.", "Write it in digits without a leading zero, such as 10 or 0.5, or put it in double quotes.");
    }

    private int SkipDigits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return _at - start;
    }

    private bool ReadString(out string value)
    {
        var start = _at++;
        var length = _text[_at..].IndexOfAny(StringEnd);
        if (length >= 0 && _text[_at + length] == '"')
        {
            value = MakeString(_text.Slice(_at, length));
            _at += length + 1;
            return true;
        }

        return ReadEscapedString(start, out value);
    }

    private bool ReadEscapedString(int start, out string value)
    {
        StringBuilder built = new();
        value = "";
        while (true)
        {
            var length = _text[_at..].IndexOfAny(StringEnd);
            if (length < 0)
            {
                _at = _text.Length;
                return Fail(start, "a string begins here and does not end.", "Close it with a double quote.");
            }

            built.Append(_text.Slice(_at, length));
            _at += length;
            switch (_text[_at])
            {
                case '"':
                    _at++;
                    value = built.ToString();
                    return true;
                case '\\':
                    if (!ReadEscape(built))
                    {
                        return false;
                    }

                    break;
                case '\n' or '\r':
                    return Fail(start, "a string begins here and its line ends before it does.", "Close it with a double quote, or write a line break as \\n.");
                default:
                    return Fail(_at, $"a string holds the control character {Show(_text[_at])}.", "Remove it, or write it as an escape.");
            }
        }
    }

    private bool ReadEscape(StringBuilder built)
    {
        var escaped = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        var plain = escaped switch
        {
            '"' or '\\' or '/' => escaped,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (plain != '\0')
        {
            built.Append(plain);
            _at += 2;
            return true;
        }

        if (escaped == 'u' && _at + 6 <= _text.Length
            && ushort.TryParse(_text.Slice(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            built.Append((char)code);
            _at += 6;
            return true;
        }

        return Fail(_at, "a backslash begins no escape that JSON knows.", "Write \\\\ for a backslash; the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.");
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\r' or '\t')
        {
            _at++;
        }
    }

    private bool FailAtUnexpected(string wanted)
    {
        if (_at >= _text.Length)
        {
            return Fail(_text.Length, $"it ends where {wanted} should stand.", "Complete it; a part is missing at its end.");
        }

        if (FailIfComment())
        {
            return false;
        }

        return _text[_at] switch
        {
            '\'' or '\u2018' or '\u2019' or '\u201c' or '\u201d' =>
                Fail(_at, $"{Show(_text[_at])} stands where {wanted} should.", "Put names and strings in straight double quotes (\")."),
            _ when IsWord("True") => Fail(_at, "True is not a JSON value.", "Write true, in lower case.", new PolicyTextEdit(_at, 4, "true")),
            _ when IsWord("False") => Fail(_at, "False is not a JSON value.", "Write false, in lower case.", new PolicyTextEdit(_at, 5, "false")),
            _ => Fail(_at, $"{Show(_text[_at])} stands where {wanted} should.", $"Put {wanted} there."),
        };
    }

    private readonly bool IsWord(string word) =>
        _text[_at..].StartsWith(word) && (_at + word.Length == _text.Length || !char.IsLetterOrDigit(_text[_at + word.Length]));

    private bool FailIfComment()
    {
        var rest = _text[_at..];
        if (!rest.StartsWith("//") && !rest.StartsWith("/*") && !rest.StartsWith("#"))
        {
            return false;
        }

        Fail(
            _at,
            "a comment stands here; JSON has none.",
            "Remove it; a statement's Sid can say what it is for.",
            new PolicyTextEdit(_at, CommentLength(rest), ""));
        return true;
    }

    private static int CommentLength(ReadOnlySpan<char> comment)
    {
        var isBlock = comment.StartsWith("/*");
        var end = isBlock ? comment[2..].IndexOf("*/") : comment.IndexOfAny('\r', '\n');
        return end < 0 ? comment.Length : isBlock ? end + 4 : end;
    }

    private bool Fail(int offset, string message, string remedy, PolicyTextEdit? edit = null)
    {
        var (line, column) = _source.Locate(offset);
        Error = new(message, remedy, offset, line, column, PolicyNode.MakePointer(_container, _name), edit);
        return false;
    }

    private static string Describe(PolicyNode container) =>
        (container.Kind == PolicyNodeKind.Object ? "the object" : "the array")
        + (container.Name is null ? "" : $" of {Quote(container.Name)}");

    private static string Quote(string name)
    {
        StringBuilder quoted = new();
        PolicyJsonWriter.AppendString(quoted, name.Length <= 60 ? name : name[..60] + "...");
        return quoted.ToString();
    }

    private static string Show(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || char.IsWhiteSpace(c) ? $"U+{(int)c:X4}" : $"'{c}'";

    // Names and values that nearly every policy has are not made anew each time.
    private static string MakeString(ReadOnlySpan<char> characters)
    {
        if (characters.Length < KnownStrings.Length)
        {
            foreach (var known in KnownStrings[characters.Length])
            {
                if (characters.SequenceEqual(known))
                {
                    return known;
                }
            }
        }

        return characters.ToString();
    }

    private static string[][] MakeKnownStrings()
    {
        string[] known =
        [
            .. PolicyElementName.OfDocument, .. PolicyElementName.OfStatement,
            "", "*", "Allow", "Deny", "2012-10-17", "AWS", "Service", "Federated", "true", "false",
            "StringEquals", "StringLike", "StringNotEquals", "ArnLike", "ArnEquals", "Bool", "Null",
        ];
        return [.. Enumerable.Range(0, known.Max(word => word.Length) + 1).Select(length => known.Where(word => word.Length == length).ToArray())];
    }
}
