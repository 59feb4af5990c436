using System.Collections;

namespace CloudEssentials.Policies;

/// <summary>
/// A policy document that keeps everything its text says (order, single values and arrays, unknown elements, wrong
/// shapes) and knows where each element stands. Immutable; safe to share between threads.
/// See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html.
/// </summary>
public sealed class PolicyDocument : IEquatable<PolicyDocument>
{
    private string? _canonical;
    private int _minifiedLength = -1;

    private PolicyDocument(string sourceText, PolicyNode root)
    {
        SourceText = sourceText;
        Root = root;
        List<PolicyNode>? unknown = null;
        foreach (var child in root.ChildArray)
        {
            switch (child.Name)
            {
                case PolicyElementName.Version: VersionNode = child; break;
                case PolicyElementName.Id: IdNode = child; break;
                case PolicyElementName.Statement: StatementNode = child; break;
                default: (unknown ??= []).Add(child); break;
            }
        }

        UnknownElements = unknown is null ? [] : unknown;
        Statements = MakeStatements(StatementNode);
    }

    /// <summary>The version of the policy language as written, or null when there is none or it is not a string.</summary>
    public string? Version => VersionNode is { IsString: true } ? VersionNode.Text : null;

    /// <summary>The <c>Version</c> element.</summary>
    internal PolicyNode? VersionNode { get; }

    /// <summary>The policy's id, or null when there is none or it is not a string.</summary>
    public string? Id => IdNode is { IsString: true } ? IdNode.Text : null;

    /// <summary>The <c>Id</c> element.</summary>
    internal PolicyNode? IdNode { get; }

    /// <summary>The statements in order; a single statement without an array counts as one.</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; }

    /// <summary>The <c>Statement</c> element.</summary>
    internal PolicyNode? StatementNode { get; }

    /// <summary>Elements at the top that the policy grammar does not know, in order.</summary>
    internal IReadOnlyList<PolicyNode> UnknownElements { get; }

    /// <summary>The whole document as JSON values with their positions; always an object.</summary>
    internal PolicyNode Root { get; }

    /// <summary>The text that all positions refer to: what was parsed, without a byte order mark and decoded if it was URL-encoded.</summary>
    public string SourceText { get; }

    /// <summary>The number of characters without white space between the JSON tokens, as IAM counts a policy's size.</summary>
    public int MinifiedLength => _minifiedLength >= 0 ? _minifiedLength : _minifiedLength = CountWithoutSpace(SourceText);

    /// <summary>Reads a document. PowerShell converts strings with this method.</summary>
    /// <param name="text">JSON, or JSON in URL encoding as IAM returns it; a byte order mark is ignored.</param>
    /// <exception cref="PolicySyntaxException">The text is not a JSON object, or is not strict JSON, or has a name twice in one object.</exception>
    public static PolicyDocument Parse(string text) =>
        TryParse(text, out var document, out var error) ? document : throw new PolicySyntaxException(error, null, Decode(text ?? ""));

    /// <summary>Reads a document, or says what is wrong with it.</summary>
    /// <param name="text">JSON, or JSON in URL encoding as IAM returns it; a byte order mark is ignored.</param>
    /// <param name="document">The document, when the answer is true.</param>
    /// <param name="error">What is wrong, when the answer is false.</param>
    public static bool TryParse(
        string? text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PolicyDocument? document,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out PolicySyntaxError? error)
    {
        PolicySourceText source = new(Decode(text ?? ""));
        var root = PolicyParser.Parse(source, out error);
        if (root is { Kind: not PolicyNodeKind.Object })
        {
            error = new(
                $"the document is {Describe(root.Kind)} and not an object.",
                root.Kind == PolicyNodeKind.Array
                    ? "If it is an array of statements, put it into an object: { \"Version\": \"2012-10-17\", \"Statement\": [ ... ] }."
                    : "A policy is a JSON object: { \"Version\": \"2012-10-17\", \"Statement\": [ ... ] }.",
                root.Offset,
                root.Line,
                root.Column,
                "");
        }

        document = error is null ? new(source.Text, root!) : null;
        return document is not null;
    }

    /// <summary>
    /// Makes a document from whatever a person may hand over: a document, JSON text, lines of it, a file, a dictionary
    /// (nested), or an object with a property <c>PolicyDocument</c>, <c>Document</c>, <c>AssumeRolePolicyDocument</c>
    /// or <c>Policy</c>, as AWS's APIs return them.
    /// </summary>
    /// <param name="value">What was handed over.</param>
    /// <param name="unwrap">Takes a shell's wrapper off an object, here and at every depth: gives the object inside, or a dictionary for an object that has nothing but properties.</param>
    /// <exception cref="PolicySyntaxException">The text is not a policy.</exception>
    /// <exception cref="CloudException"><c>PolicyDocumentExpected</c>: the value is none of these. <c>PolicyFileUnreadable</c>: the file cannot be read.</exception>
    public static PolicyDocument From(object? value, Func<object, object?>? unwrap = null) => new PolicyInput(unwrap).Read(value);

    /// <summary>Makes a document from a dictionary as PowerShell writes them. Where the dictionary has no order, elements come in canonical order.</summary>
    /// <param name="dictionary">Names and values: strings, numbers, truth values, null, dates, lists and dictionaries of these.</param>
    /// <param name="unwrap">Takes a shell's wrapper off an object; see <see cref="From"/>.</param>
    /// <exception cref="CloudException"><c>PolicyDocumentExpected</c>: a value has no form in JSON.</exception>
    public static PolicyDocument FromDictionary(IDictionary dictionary, Func<object, object?>? unwrap = null)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        return new PolicyInput(unwrap).ReadDictionary(dictionary);
    }

    /// <summary>Reads a document from a file; the encoding is UTF-8 unless a byte order mark says otherwise.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="PolicySyntaxException">The text is not a policy.</exception>
    /// <exception cref="CloudException"><c>PolicyFileUnreadable</c>: the file cannot be read.</exception>
    public static PolicyDocument FromFile(string path)
    {
        var text = ReadText(path);
        return TryParse(text, out var document, out var error) ? document : throw new PolicySyntaxException(error, path, Decode(text));
    }

    /// <summary>Reads a file's text; the encoding is UTF-8 unless a byte order mark says otherwise.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="CloudException"><c>PolicyFileUnreadable</c>: the file cannot be read.</exception>
    public static string ReadText(string path) => PolicyInput.ReadFile(path);

    /// <summary>The document as JSON.</summary>
    /// <param name="style">Order and white space.</param>
    public string ToJson(PolicyJsonStyle style) => PolicyJsonWriter.Write(Root, style);

    /// <summary>The document as canonical, indented JSON.</summary>
    public override string ToString() => ToJson(PolicyJsonStyle.Canonical | PolicyJsonStyle.Indented);

    /// <summary>Whether two documents say the same in the same words: equal canonical JSON. (Whether two documents grant the same is another question.)</summary>
    /// <param name="other">The other document.</param>
    public bool Equals(PolicyDocument? other) => other is not null && (ReferenceEquals(this, other) || Canonical == other.Canonical);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PolicyDocument);

    /// <inheritdoc/>
    public override int GetHashCode() => Canonical.GetHashCode(StringComparison.Ordinal);

    private string Canonical => _canonical ??= ToJson(PolicyJsonStyle.Canonical);

    private static PolicyStatement[] MakeStatements(PolicyNode? node)
    {
        if (node is null)
        {
            return [];
        }

        PolicyNode[] nodes = node.Kind == PolicyNodeKind.Array ? node.ChildArray : [node];
        var statements = new PolicyStatement[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            statements[i] = new(nodes[i], i);
        }

        return statements;
    }

    /// <summary>The text without a byte order mark and URL encoding, to which all positions refer.</summary>
    internal static string Decode(string text)
    {
        var begin = text.StartsWith('\uFEFF') ? 1 : 0;
        var first = text.AsSpan(begin).TrimStart();
        var plain = begin == 0 ? text : text[begin..];
        return first.StartsWith("%") ? Uri.UnescapeDataString(plain).TrimStart('\uFEFF') : plain;
    }

    private static int CountWithoutSpace(string text)
    {
        var count = 0;
        var rest = text.AsSpan();
        while (rest.IndexOf('"') is var open and >= 0)
        {
            // Before a string, tokens and the space between them; then the string whole.
            count += CountTokens(rest[..open]);
            var end = open + 1;
            while (end < rest.Length && rest[end] != '"')
            {
                end += rest[end] == '\\' ? 2 : 1;
            }

            end = Math.Min(end + 1, rest.Length);
            count += end - open;
            rest = rest[end..];
        }

        return count + CountTokens(rest);
    }

    private static int CountTokens(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            count -= c is ' ' or '\t' or '\r' or '\n' ? 1 : 0;
        }

        return count;
    }

    private static string Describe(PolicyNodeKind kind) => kind switch
    {
        PolicyNodeKind.Array => "an array",
        PolicyNodeKind.String => "a string",
        PolicyNodeKind.Number => "a number",
        PolicyNodeKind.Boolean => "a truth value",
        _ => "null",
    };
}
