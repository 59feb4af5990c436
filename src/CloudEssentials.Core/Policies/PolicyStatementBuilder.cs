using System.Text;

namespace CloudEssentials.Policies;

/// <summary>A statement in the making. Lists that stay empty are not written; a list of one is written as a single value.</summary>
public sealed class PolicyStatementBuilder
{
    /// <summary>The statement's id; null or empty for none.</summary>
    public string? Sid { get; set; }

    /// <summary><c>Allow</c> (the default) or <c>Deny</c>.</summary>
    public string Effect { get; set; } = "Allow";

    /// <summary>The principals by kind (<c>AWS</c>, <c>Service</c>, ...). The kind <c>*</c> stands for everyone and is written as <c>"Principal": "*"</c>.</summary>
    public IList<KeyValuePair<string, string>> Principal { get; } = [];

    /// <summary>The principals of <c>NotPrincipal</c> by kind.</summary>
    public IList<KeyValuePair<string, string>> NotPrincipal { get; } = [];

    /// <summary>The actions.</summary>
    public IList<string> Action { get; } = [];

    /// <summary>The actions of <c>NotAction</c>.</summary>
    public IList<string> NotAction { get; } = [];

    /// <summary>The resources.</summary>
    public IList<string> Resource { get; } = [];

    /// <summary>The resources of <c>NotResource</c>.</summary>
    public IList<string> NotResource { get; } = [];

    /// <summary>The conditions: operator, key, values.</summary>
    public IList<(string Operator, string Key, IReadOnlyList<string> Values)> Condition { get; } = [];

    /// <summary>Elements outside the policy grammar, copied as they are.</summary>
    public IList<PolicyNode> UnknownElements { get; } = [];

    /// <summary>A builder that begins with what a statement says.</summary>
    /// <param name="statement">The statement.</param>
    public static PolicyStatementBuilder From(PolicyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        PolicyStatementBuilder builder = new() { Sid = statement.Sid, Effect = statement.Effect ?? "" };
        Copy(statement.Principal, builder.Principal);
        Copy(statement.NotPrincipal, builder.NotPrincipal);
        Copy(statement.Action, builder.Action);
        Copy(statement.NotAction, builder.NotAction);
        Copy(statement.Resource, builder.Resource);
        Copy(statement.NotResource, builder.NotResource);
        foreach (var block in statement.Condition)
        {
            foreach (var entry in block.Entries)
            {
                builder.Condition.Add((block.Operator, entry.Key, [.. entry.Values]));
            }
        }

        Copy(statement.UnknownElements, builder.UnknownElements);
        return builder;
    }

    /// <summary>Adds actions.</summary>
    /// <param name="actions">Such as <c>s3:GetObject</c>.</param>
    public PolicyStatementBuilder WithAction(params IEnumerable<string> actions)
    {
        Copy(actions, Action);
        return this;
    }

    /// <summary>Adds resources.</summary>
    /// <param name="resources">ARNs or <c>*</c>.</param>
    public PolicyStatementBuilder WithResource(params IEnumerable<string> resources)
    {
        Copy(resources, Resource);
        return this;
    }

    /// <summary>Adds a principal.</summary>
    /// <param name="kind"><c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c>; or <c>*</c> for everyone.</param>
    /// <param name="value">The principal.</param>
    public PolicyStatementBuilder WithPrincipal(string kind, string value)
    {
        Principal.Add(new(kind, value));
        return this;
    }

    /// <summary>Adds a condition. Conditions with the same operator are written as one block; the same operator and key again adds values.</summary>
    /// <param name="conditionOperator">Such as <c>StringEquals</c>.</param>
    /// <param name="key">Such as <c>aws:SourceVpc</c>.</param>
    /// <param name="values">The values.</param>
    public PolicyStatementBuilder WithCondition(string conditionOperator, string key, params IEnumerable<string> values)
    {
        Condition.Add((conditionOperator, key, [.. values]));
        return this;
    }

    internal void Write(StringBuilder json)
    {
        json.Append('{');
        if (!string.IsNullOrEmpty(Sid))
        {
            WriteName(json, PolicyElementName.Sid);
            PolicyJsonWriter.AppendString(json, Sid);
        }

        WriteName(json, PolicyElementName.Effect);
        PolicyJsonWriter.AppendString(json, Effect);
        WritePrincipal(json, PolicyElementName.Principal, Principal);
        WritePrincipal(json, PolicyElementName.NotPrincipal, NotPrincipal);
        WriteList(json, PolicyElementName.Action, Action);
        WriteList(json, PolicyElementName.NotAction, NotAction);
        WriteList(json, PolicyElementName.Resource, Resource);
        WriteList(json, PolicyElementName.NotResource, NotResource);
        WriteConditions(json);
        foreach (var element in UnknownElements)
        {
            WriteName(json, element.Name ?? "");
            json.Append(element.ToJson());
        }

        json.Append('}');
    }

    private static void Copy<T>(IEnumerable<T>? from, IList<T> to)
    {
        foreach (var item in from ?? [])
        {
            to.Add(item);
        }
    }

    private static void Copy(PolicyPrincipal? from, IList<KeyValuePair<string, string>> to)
    {
        if (from is { IsEveryone: true })
        {
            to.Add(new("*", "*"));
        }

        foreach (var entry in from?.Entries ?? [])
        {
            foreach (var value in entry.Values)
            {
                to.Add(new(entry.Kind, value));
            }
        }
    }

    private static void WritePrincipal(StringBuilder json, string name, IList<KeyValuePair<string, string>> principals)
    {
        if (principals.Count == 0)
        {
            return;
        }

        WriteName(json, name);
        if (principals.Any(principal => principal.Key == "*"))
        {
            json.Append("\"*\"");
            return;
        }

        json.Append('{');
        foreach (var kind in principals.GroupBy(principal => principal.Key, StringComparer.Ordinal))
        {
            WriteList(json, kind.Key, [.. kind.Select(principal => principal.Value)]);
        }

        json.Append('}');
    }

    private void WriteConditions(StringBuilder json)
    {
        if (Condition.Count == 0)
        {
            return;
        }

        WriteName(json, PolicyElementName.Condition);
        json.Append('{');
        foreach (var block in Condition.GroupBy(condition => condition.Operator, StringComparer.Ordinal))
        {
            WriteName(json, block.Key);
            json.Append('{');
            foreach (var key in block.GroupBy(condition => condition.Key, StringComparer.Ordinal))
            {
                WriteList(json, key.Key, [.. key.SelectMany(condition => condition.Values).Distinct()], evenIfEmpty: true);
            }

            json.Append('}');
        }

        json.Append('}');
    }

    private static void WriteList(StringBuilder json, string name, IList<string> values, bool evenIfEmpty = false)
    {
        if (values.Count == 0 && !evenIfEmpty)
        {
            return;
        }

        WriteName(json, name);
        if (values.Count == 1)
        {
            PolicyJsonWriter.AppendString(json, values[0]);
            return;
        }

        json.Append('[');
        for (var i = 0; i < values.Count; i++)
        {
            json.Append(i == 0 ? "" : ",");
            PolicyJsonWriter.AppendString(json, values[i]);
        }

        json.Append(']');
    }

    private static void WriteName(StringBuilder json, string name)
    {
        if (json[^1] is not '{')
        {
            json.Append(',');
        }

        PolicyJsonWriter.AppendString(json, name);
        json.Append(':');
    }
}
