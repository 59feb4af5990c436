namespace CloudEssentials.Policies.Validation;

/// <summary>What mending a policy came to.</summary>
public sealed class PolicyRepair
{
    private const int MostRounds = 50;

    private PolicyRepair(PolicyDocument document, IReadOnlyList<PolicyFinding> repaired, IReadOnlyList<PolicyFinding> remaining)
    {
        PolicyDocument = document;
        Repaired = repaired;
        Remaining = remaining;
    }

    /// <summary>The mended document; what needed no mending is as it was, white space too.</summary>
    public PolicyDocument PolicyDocument { get; }

    /// <summary>Whether anything was mended.</summary>
    public bool IsChanged => Repaired.Count > 0;

    /// <summary>What was mended, with the places in the text before; each finding's <see cref="PolicyFinding.Fix"/> is what was put there.</summary>
    public IReadOnlyList<PolicyFinding> Repaired { get; }

    /// <summary>What a person must decide, with the places in the mended document.</summary>
    public IReadOnlyList<PolicyFinding> Remaining { get; }

    /// <summary>The file, when it was one.</summary>
    public string? Path { get; init; }

    /// <summary>Says how much was mended and how much remains.</summary>
    public override string ToString() => $"{Repaired.Count} mended, {Remaining.Count} remaining";

    /// <summary>
    /// Mends what can be mended in one way only: what a finding gives a <see cref="PolicyFinding.Fix"/> for. Permissions stay
    /// what they were, or become what the text can only have meant.
    /// </summary>
    /// <param name="text">JSON, or JSON in URL encoding.</param>
    /// <param name="validator">What finds the faults.</param>
    /// <param name="options">What to assume and what to report; null for the defaults.</param>
    /// <param name="path">The file that the text comes from, if it comes from one.</param>
    /// <exception cref="PolicySyntaxException">The text is not JSON, and it is not certain what it should be.</exception>
    public static PolicyRepair Apply(string text, PolicyValidator validator, PolicyCheckOptions? options = null, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(validator);
        List<PolicyFinding> repaired = [];
        var document = Read(text, repaired, path);
        var findings = validator.Check(document, options);
        for (var round = 0; round < MostRounds; round++)
        {
            var chosen = Choose(findings);
            if (chosen.Count == 0)
                break;
            document = PolicyDocument.Parse(Change(document.SourceText, chosen));
            repaired.AddRange(chosen);
            findings = validator.Check(document, options);
        }

        return new(document, repaired, findings) { Path = path };
    }

    // Each syntax error hides the next, so that they are mended one after the other.
    private static PolicyDocument Read(string text, List<PolicyFinding> repaired, string? path)
    {
        PolicySyntaxError? error;
        PolicyDocument? document;
        while (!PolicyDocument.TryParse(text, out document, out error) && error.Edit is { } edit && repaired.Count < MostRounds)
        {
            repaired.Add(new(error));
            text = Apply(PolicyDocument.Decode(text), edit);
        }

        return document ?? throw new PolicySyntaxException(error!, path);
    }

    // Where two changes touch the same text, the first is made now and the other looked at again in the next round.
    private static List<PolicyFinding> Choose(IReadOnlyList<PolicyFinding> findings)
    {
        List<PolicyFinding> chosen = [];
        var end = -1;
        foreach (var finding in findings.Where(finding => finding.Edit is not null).OrderBy(finding => finding.Edit!.Offset).ThenByDescending(finding => finding.Edit!.Length))
        {
            if (finding.Edit!.Offset < end)
                continue;
            chosen.Add(finding);
            end = finding.Edit.Offset + Math.Max(finding.Edit.Length, 1);
        }

        return chosen;
    }

    private static string Change(string text, List<PolicyFinding> chosen)
    {
        System.Text.StringBuilder changed = new(text.Length);
        var at = 0;
        foreach (var edit in chosen.Select(finding => finding.Edit!))
        {
            changed.Append(text, at, edit.Offset - at).Append(edit.Replacement);
            at = edit.Offset + edit.Length;
        }

        return changed.Append(text, at, text.Length - at).ToString();
    }

    private static string Apply(string text, PolicyTextEdit edit) =>
        string.Concat(text.AsSpan(0, edit.Offset), edit.Replacement, text.AsSpan(edit.Offset + edit.Length));
}
