namespace CloudEssentials.Policies.Validation;

/// <summary>One thing that is wrong with a policy, or could be better, and where.</summary>
public sealed class PolicyFinding
{
    private readonly PolicyNode? _node;
    private readonly bool _isAtName;
    private readonly PolicySyntaxError? _syntax;

    internal PolicyFinding(PolicyCheck check, string message, PolicyNode node, bool isAtName, PolicyStatement? statement, string? fix, PolicyTextEdit? edit)
    {
        Check = check;
        Message = message;
        _node = node;
        _isAtName = isAtName;
        Sid = statement?.Sid;
        StatementIndex = statement?.Index;
        Fix = fix;
        Edit = edit;
    }

    internal PolicyFinding(PolicySyntaxError syntax)
    {
        Check = PolicyChecks.Get("JSON_SYNTAX_ERROR");
        Message = $"The text is not a policy: {syntax.Message} {syntax.Remedy}";
        _syntax = syntax;
        Edit = syntax.Edit;
        Fix = syntax.Edit?.Replacement;
    }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity => Check.Severity;

    /// <summary>The stable code, such as <c>INVALID_ACTION</c>; AWS's own where AWS has the check.</summary>
    public string Code => Check.Code;

    /// <summary>What is wrong with which value, and what would be right.</summary>
    public string Message { get; }

    /// <summary>The element (RFC 6901), such as <c>/Statement/0/Action/1</c>; empty for the document itself.</summary>
    public string JsonPointer => _node?.JsonPointer ?? _syntax?.JsonPointer ?? "";

    /// <summary>The line, from 1.</summary>
    public int Line => _syntax?.Line ?? (_isAtName ? _node!.NameLine : _node!.Line);

    /// <summary>The column, in UTF-16 code units, from 1.</summary>
    public int Column => _syntax?.Column ?? (_isAtName ? _node!.NameColumn : _node!.Column);

    /// <summary>The statement's id; null when the finding is not about one statement or that has no id.</summary>
    public string? Sid { get; }

    /// <summary>The statement's place in the document, from 0; null when the finding is not about one statement.</summary>
    public int? StatementIndex { get; }

    /// <summary>The text that belongs in the element's place, where only one can be right; the empty string when the element should go; null when a person must choose.</summary>
    public string? Fix { get; }

    /// <summary>The AWS page that the rule comes from.</summary>
    public string Source => Check.Source;

    /// <summary>The file that was checked, when it was one.</summary>
    public string? Path { get; internal set; }

    internal PolicyCheck Check { get; }

    internal PolicyTextEdit? Edit { get; }

    /// <summary>Severity, code, place and message on one line.</summary>
    public override string ToString() => $"{Severity} {Code} at line {Line}, column {Column}: {Message}";
}
