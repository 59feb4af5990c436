using System.Diagnostics.CodeAnalysis;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Accounts;

/// <summary>
/// A policy document as IAM keeps it: read when it is first asked for, and kept even where it cannot be read. Many users
/// may hold the same text; it is read once. Safe for many threads.
/// </summary>
public sealed class IamDocument : IEquatable<IamDocument>
{
    private readonly Func<string>? _load;
    private string? _text;
    private PolicyDocument? _document;
    private PolicySyntaxError? _error;
    private CompiledPolicySet? _compiled;
    private volatile bool _isRead;

    /// <summary>Takes a document.</summary>
    /// <param name="text">JSON, or JSON in URL encoding as IAM returns it.</param>
    public IamDocument(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = PolicyDocument.Decode(text);
    }

    internal IamDocument(Func<string> load) => _load = load;

    /// <summary>The JSON, right or wrong.</summary>
    public string Text => _text ??= _load!();

    /// <summary>The document; null where the text is none.</summary>
    public PolicyDocument? Document
    {
        get
        {
            Read();
            return _document;
        }
    }

    /// <summary>What is wrong with the text; null where nothing is.</summary>
    public PolicySyntaxError? Error
    {
        get
        {
            Read();
            return _error;
        }
    }

    /// <summary>Whether the text is a document.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsReadable => Document is not null;

    /// <summary>The statements, ready for decisions; null where the text is no document.</summary>
    internal CompiledPolicySet? Compiled => IsReadable ? _compiled ??= CompiledPolicySet.Compile(Document) : null;

    /// <inheritdoc/>
    public bool Equals(IamDocument? other) =>
        other is not null && (ReferenceEquals(this, other) || Text == other.Text || (IsReadable && other.IsReadable && Document.Equals(other.Document)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IamDocument);

    /// <inheritdoc/>
    public override int GetHashCode() => IsReadable ? Document.GetHashCode() : Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Document?.ToString() ?? Text;

    private void Read()
    {
        if (_isRead)
            return;
        if (PolicyDocument.TryParse(Text, out PolicyDocument? document, out PolicySyntaxError? error))
            _document = document;
        else
            _error = error;
        _isRead = true;
    }
}
