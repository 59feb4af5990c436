using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation;

/// <summary>One document under check: what the rules read, and where they report.</summary>
internal sealed class ValidationContext(PolicyDocument document, PolicyType type, PolicyCheckOptions options, PolicyLookups lookups)
{
    // Suggestions compare a name with every name of a service; a document of nonsense gets some and no more.
    private int _suggestionsLeft = 200;

    public PolicyDocument Document { get; } = document;

    public PolicyType Type { get; } = type;

    public PolicyLookups Lookups { get; } = lookups;

    public string? ResourceType { get; } = options.ResourceType;

    public StatementView[] Statements { get; } = [.. document.Statements.Select(statement => new StatementView(statement, lookups))];

    public List<PolicyFinding> Findings { get; } = [];

    /// <summary>The statement that the rules look at; null while they look at the document.</summary>
    public StatementView? Current { get; set; }

    /// <summary>Whether the policy is kept by IAM or Organizations, whose grammar is stricter than some services' own.</summary>
    public bool IsKeptByIam => Type is not (PolicyType.Resource or PolicyType.VpcEndpoint);

    /// <summary>Whether the policy's Allow statements hand permissions to whoever has the policy.</summary>
    public bool GrantsToIdentity => Type == PolicyType.Identity;

    public bool Wants(FindingSeverity severity) => severity >= options.MinimumSeverity;

    /// <summary>Reports a finding about a value.</summary>
    public void Report(string code, PolicyNode node, string message, string? fix = null, PolicyTextEdit? edit = null) =>
        Add(code, node, false, message, fix, edit);

    /// <summary>Reports a finding about a name.</summary>
    public void ReportName(string code, PolicyNode node, string message, string? fix = null) =>
        Add(code, node, true, message, fix, fix is null ? null : Edits.Rename(Document, node, fix));

    /// <summary>Reports a finding about a string, with the string that belongs in its place.</summary>
    public void ReportReplacement(string code, PolicyNode node, string message, string replacement) =>
        Add(code, node, false, message, replacement, Edits.Replace(node, replacement));

    /// <summary>Reports a finding about an element that can go without changing what the policy does.</summary>
    public void ReportRemovable(string code, PolicyNode node, string message)
    {
        var edit = Edits.Remove(node);
        Add(code, node, false, message, edit is null ? null : "", edit);
    }

    public string DidYouMean(Func<string> find, string otherwise)
    {
        var suggestion = _suggestionsLeft-- > 0 ? find() : "";
        return suggestion.Length > 0 ? $"did you mean `{suggestion}`?" : otherwise;
    }

    private void Add(string code, PolicyNode node, bool atName, string message, string? fix, PolicyTextEdit? edit)
    {
        var check = PolicyChecks.Get(code);
        if (Wants(check.Severity))
            Findings.Add(new(check, message, node, atName, Current?.Statement ?? FindStatement(node), fix, edit));
    }

    private PolicyStatement? FindStatement(PolicyNode node)
    {
        var step = node;
        while (step.Parent is { } parent)
        {
            if (parent == Document.StatementNode && parent.Kind == PolicyNodeKind.Array)
                return Document.Statements[step.Index];
            if (step == Document.StatementNode)
                return step.Kind == PolicyNodeKind.Object ? Document.Statements[0] : null;
            step = parent;
        }

        return null;
    }
}
