namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// A value of a policy with its policy variables found: <c>${key}</c>, <c>${key, 'default'}</c> and the escapes
/// <c>${*}</c>, <c>${?}</c>, <c>${$}</c>. See reference_policies_variables.html in the IAM User Guide.
/// </summary>
internal sealed class PolicyText
{
    private readonly Piece[] _pieces;

    private PolicyText(Piece[] pieces)
    {
        _pieces = pieces;
        Constant = pieces.Length switch
        {
            0 => "",
            1 when pieces[0].Key is null => pieces[0].Text,
            _ => null,
        };
    }

    /// <summary>The text where it has no variables; its wildcards are those of <see cref="Wildcard"/>.</summary>
    public string? Constant { get; }

    /// <summary>Reads a value.</summary>
    /// <param name="text">The value as the policy has it.</param>
    /// <param name="variables">False under version 2008-10-17, in which <c>${...}</c> is plain text.</param>
    /// <param name="wildcards">True where <c>*</c> and <c>?</c> are wildcards.</param>
    public static PolicyText Parse(string text, bool variables, bool wildcards)
    {
        List<Piece> pieces = [];
        int literal = 0;
        System.Text.StringBuilder run = new();
        for (int at = variables ? text.IndexOf("${", StringComparison.Ordinal) : -1; at >= 0; at = text.IndexOf("${", at, StringComparison.Ordinal))
        {
            int length = ReadVariable(text.AsSpan(at), out string? key, out string? @default);
            if (length == 0)
            {
                at += 2;
                continue;
            }

            run.Append(Encode(text[literal..at], wildcards));
            if (key is "*" or "?" or "$")
            {
                run.Append(key);
            }
            else
            {
                Flush(run, pieces);
                pieces.Add(new(@default ?? "", new ContextKey(key!), @default is not null));
            }

            at += length;
            literal = at;
        }

        run.Append(Encode(text[literal..], wildcards));
        Flush(run, pieces);
        return new([.. pieces]);
    }

    /// <summary>Puts the request's values in the place of the variables; what a value holds is never a wildcard.</summary>
    /// <param name="request">The request.</param>
    /// <param name="buffer">Where the text goes. A variable without a value becomes a wildcard there.</param>
    /// <returns>False if a variable has no value: then the text equals and is like nothing ('Policy variables with no value').</returns>
    public bool Expand(AccessRequest request, ref CharBuffer buffer)
    {
        bool complete = true;
        foreach (Piece piece in _pieces)
        {
            if (piece.Key is null)
            {
                buffer.Append(piece.Text);
            }
            else if (ValueOf(piece, request) is { } value && !Wildcard.HasWildcard(value))
            {
                buffer.Append(value);
            }
            else
            {
                buffer.Append(Wildcard.AnyRun);
                complete = false;
            }
        }

        return complete;
    }

    /// <summary>The key of the first variable that the request gives no value.</summary>
    public string? MissingKey(AccessRequest request)
    {
        foreach (Piece piece in _pieces)
        {
            if (piece.Key is not null && ValueOf(piece, request) is null)
                return piece.Key.Name;
        }

        return null;
    }

    // 'You can't use a multivalued condition key as a variable.'
    private static string? ValueOf(Piece piece, AccessRequest request) =>
        request.Find(piece.Key!) is { Count: 1 } values ? values[0] : piece.HasDefault ? piece.Text : null;

    private static string Encode(string text, bool wildcards) => wildcards ? Wildcard.Encode(text) : text;

    private static void Flush(System.Text.StringBuilder run, List<Piece> pieces)
    {
        if (run.Length > 0)
            pieces.Add(new(run.ToString(), null, false));
        run.Clear();
    }

    // The length of the variable that the text begins with, or 0 if it only looks like one.
    private static int ReadVariable(ReadOnlySpan<char> text, out string? key, out string? @default)
    {
        key = null;
        @default = null;
        int end = text.IndexOfAny('}', ',');
        if (end <= 2)
            return 0;
        key = text[2..end].ToString();
        if (text[end] == '}')
            return end + 1;

        int quote = end + 1;
        while (quote < text.Length && text[quote] == ' ')
            quote++;
        if (quote >= text.Length || text[quote] != '\'')
            return 0;
        int close = text[(quote + 1)..].IndexOf("'}");
        if (close < 0)
            return 0;
        @default = text.Slice(quote + 1, close).ToString();
        return quote + 1 + close + 2;
    }

    private sealed record Piece(string Text, ContextKey? Key, bool HasDefault);
}
