namespace CloudEssentials.Policies.Generation;

/// <summary>
/// A resource type's ARN pattern from the catalogue, such as <c>arn:${Partition}:s3:::${BucketName}/${ObjectName}</c>,
/// and whether an ARN that a person gives, wildcards included, can name such a resource.
/// </summary>
internal sealed class ArnTemplate
{
    private const int PartCount = 6;

    private readonly Token[][] _head;
    private readonly Token[] _strict;
    private readonly Token[] _loose;

    /// <summary>Reads a pattern.</summary>
    internal ArnTemplate(string text)
    {
        string[] parts = text.Split(':', PartCount);
        _head = [.. parts[..^1].Select(part => ReadTemplate(part, TokenKind.Name))];
        _strict = ReadTemplate(parts[^1], TokenKind.Name);
        _loose = ReadTemplate(parts[^1], TokenKind.Any);
        LiteralLength = _loose.Count(token => token.Kind == TokenKind.Character);
    }

    private enum TokenKind
    {
        Character,
        Name,
        Any,
    }

    /// <summary>How much of it is fixed text: of two patterns that fit, the one with more is meant.</summary>
    internal int LiteralLength { get; }

    /// <summary>How well a resource fits: 2 where each variable is one name, 1 where some hold whole paths, 0 not at all.</summary>
    internal int FitOf(string resource)
    {
        string[] parts = resource.Split(':', PartCount);
        if (parts.Length != _head.Length + 1 || !Enumerable.Range(0, _head.Length).All(i => Overlap(ReadResource(parts[i]), _head[i])))
            return 0;
        Token[] given = ReadResource(parts[^1]);
        if (Overlap(given, _strict))
            return 2;
        return Overlap(given, _loose) ? 1 : 0;
    }

    private static Token[] ReadTemplate(string text, TokenKind variable)
    {
        List<Token> tokens = [];
        for (int i = 0; i < text.Length; i++)
        {
            int close = text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{' ? text.IndexOf('}', i) : -1;
            if (close < 0 && text[i] != '*')
            {
                tokens.Add(new(TokenKind.Character, text[i], false));
                continue;
            }

            if (close > 0)
                tokens.Add(new(variable, '\0', false));
            tokens.Add(new(variable, '\0', true));
            i = Math.Max(i, close);
        }

        return [.. tokens];
    }

    private static Token[] ReadResource(string text)
    {
        List<Token> tokens = [];
        for (int i = 0; i < text.Length; i++)
        {
            // A policy variable stands for one name.
            int close = text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{' ? text.IndexOf('}', i) : -1;
            if (close > 0)
                tokens.Add(new(TokenKind.Name, '\0', false));
            tokens.Add(text[i] switch
            {
                _ when close > 0 => new(TokenKind.Name, '\0', true),
                '*' => new(TokenKind.Any, '\0', true),
                '?' => new(TokenKind.Any, '\0', false),
                char c => new(TokenKind.Character, c, false),
            });
            i = Math.Max(i, close);
        }

        return [.. tokens];
    }

    // Two patterns overlap if one text matches both; the table says so for every pair of endings.
    private static bool Overlap(Token[] a, Token[] b)
    {
        bool[,] ends = new bool[a.Length + 1, b.Length + 1];
        for (int i = a.Length; i >= 0; i--)
        {
            for (int j = b.Length; j >= 0; j--)
                ends[i, j] = OverlapAt(a, b, i, j, ends);
        }

        return ends[0, 0];
    }

    private static bool OverlapAt(Token[] a, Token[] b, int i, int j, bool[,] ends)
    {
        if (i == a.Length && j == b.Length)
            return true;
        if (i < a.Length && a[i].Repeats && ends[i + 1, j])
            return true;
        if (j < b.Length && b[j].Repeats && ends[i, j + 1])
            return true;
        if (i == a.Length || j == b.Length || !a[i].Meets(b[j]))
            return false;
        return (a[i].Repeats, b[j].Repeats) switch
        {
            (false, false) => ends[i + 1, j + 1],
            (true, false) => ends[i, j + 1],
            (false, true) => ends[i + 1, j],
            _ => false,
        };
    }

    private readonly record struct Token(TokenKind Kind, char Character, bool Repeats)
    {
        internal bool Meets(Token other) => (Kind, other.Kind) switch
        {
            (TokenKind.Character, TokenKind.Character) => Character == other.Character,
            (TokenKind.Character, TokenKind.Name) => Character is not (':' or '/'),
            (TokenKind.Name, TokenKind.Character) => other.Character is not (':' or '/'),
            _ => true,
        };
    }
}
