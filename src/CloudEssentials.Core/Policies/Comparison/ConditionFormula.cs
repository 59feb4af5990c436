using System.Collections;

namespace CloudEssentials.Policies.Comparison;

/// <summary>
/// When a statement applies, as a formula over elementary questions: operators and keys are joined by AND, values by
/// OR, and the negated operators are the negation of their positive twin, the missing key included.
/// See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html.
/// </summary>
internal sealed class ConditionFormula
{
    private readonly List<Part> _parts = [];

    /// <summary>Reads a statement's principal and condition into a formula over the clauses of a table.</summary>
    internal ConditionFormula(PolicyStatement statement, ClauseTable clauses)
    {
        AddPrincipal(statement.Principal, clauses, negated: false);
        AddPrincipal(statement.NotPrincipal, clauses, negated: true);
        foreach (PolicyConditionBlock block in statement.Condition)
        {
            foreach (PolicyConditionEntry entry in block.Entries)
                AddEntry(block.Operator, entry, clauses);
        }

        if (statement.ConditionNode is { Kind: not PolicyNodeKind.Object } odd)
            _parts.Add(new([clauses.IndexOf(new("", "", odd.ToJson()))], false));
    }

    /// <summary>The numbers of the clauses that decide.</summary>
    internal IEnumerable<int> Clauses => _parts.SelectMany(part => part.Any).Distinct();

    /// <summary>Decides under given answers.</summary>
    internal bool IsTrue(BitArray answers)
    {
        foreach (Part part in _parts)
        {
            if (part.Any.Any(clause => answers[clause]) == part.Negated)
                return false;
        }

        return true;
    }

    private void AddPrincipal(PolicyPrincipal? principal, ClauseTable clauses, bool negated)
    {
        if (principal is null || (principal.IsEveryone && !negated))
            return;
        List<int> any = [];
        if (principal.IsEveryone || !principal.IsWellFormed)
            any.Add(clauses.IndexOf(new("Principal", "", principal.Node.ToJson())));
        foreach (PolicyPrincipalEntry entry in principal.Entries)
        {
            // AWS reads { "AWS": "*" } as everyone, as it does "*".
            if (!negated && entry.Kind == "AWS" && entry.Values.Contains("*"))
                return;
            any.AddRange(entry.Values.Select(value => clauses.IndexOf(new("Principal", entry.Kind, Account(value)))));
        }

        _parts.Add(new([.. any], negated));
    }

    // AWS reads an account's id and the ARN of its root as the same: the account.
    private static string Account(string principal) =>
        principal.Split(':') is ["arn", _, "iam", "", { Length: 12 } account, "root"] ? account : principal;

    private void AddEntry(string written, PolicyConditionEntry entry, ClauseTable clauses)
    {
        (string name, bool ifExists, bool negated) = Read(written);
        string key = entry.Key.ToLowerInvariant();
        if (name == "null")
        {
            foreach (string value in entry.Values)
                _parts.Add(new([clauses.IndexOf(new("null", key, ""))], value.Equals("false", StringComparison.OrdinalIgnoreCase)));
            return;
        }

        List<int> any;
        if (name.StartsWith("forallvalues:", StringComparison.Ordinal))
        {
            // Every value among a set is one question: it does not fall apart into its values.
            any = [clauses.IndexOf(new(name, key, string.Join('\0', entry.Values.Order(StringComparer.Ordinal))))];
        }
        else
        {
            any = [.. entry.Values.Select(value => clauses.IndexOf(new(name, key, Normal(name, value))))];
        }

        if (ifExists && !negated)
            any.Add(clauses.IndexOf(new("null", key, "")));
        _parts.Add(new([.. any], negated));
    }

    private static (string Name, bool IfExists, bool Negated) Read(string written)
    {
        string name = written.ToLowerInvariant();
        bool ifExists = name.EndsWith("ifexists", StringComparison.Ordinal);
        if (ifExists)
            name = name[..^"ifexists".Length];
        // With a set qualifier the negation stands inside the quantifier, and the operator is a question of its own.
        if (name.Contains(':', StringComparison.Ordinal))
            return (name, ifExists, false);
        bool negated = name.Contains("not", StringComparison.Ordinal);
        return (negated ? name.Replace("not", "", StringComparison.Ordinal) : name, ifExists, negated);
    }

    private static string Normal(string name, string value) =>
        name is "bool" or "stringequalsignorecase" ? value.ToLowerInvariant() : value;

    private sealed record Part(int[] Any, bool Negated);
}
