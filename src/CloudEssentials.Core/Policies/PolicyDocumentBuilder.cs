using System.Text;

namespace CloudEssentials.Policies;

/// <summary>A document in the making.</summary>
public sealed class PolicyDocumentBuilder
{
    /// <summary>The version of the policy language; <c>2012-10-17</c> unless changed, null for none.</summary>
    public string? Version { get; set; } = "2012-10-17";

    /// <summary>The policy's id; null for none.</summary>
    public string? Id { get; set; }

    /// <summary>The statements in order; always written as an array.</summary>
    public IList<PolicyStatementBuilder> Statements { get; } = [];

    /// <summary>Elements outside the policy grammar, copied as they are.</summary>
    public IList<PolicyNode> UnknownElements { get; } = [];

    /// <summary>A builder that begins with what a document says.</summary>
    /// <param name="document">The document.</param>
    public static PolicyDocumentBuilder From(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        PolicyDocumentBuilder builder = new() { Version = document.Version, Id = document.Id };
        foreach (var statement in document.Statements)
        {
            builder.Statements.Add(PolicyStatementBuilder.From(statement));
        }

        foreach (var element in document.UnknownElements)
        {
            builder.UnknownElements.Add(element);
        }

        return builder;
    }

    /// <summary>Adds a statement at the end.</summary>
    /// <param name="statement">The statement.</param>
    public PolicyDocumentBuilder Add(PolicyStatementBuilder statement)
    {
        Statements.Add(statement);
        return this;
    }

    /// <summary>Makes the document, whose text is indented and in canonical order.</summary>
    public PolicyDocument Build()
    {
        StringBuilder json = new("{");
        Append(json, PolicyElementName.Version, Version);
        Append(json, PolicyElementName.Id, Id);
        json.Append(json.Length > 1 ? "," : "").Append("\"Statement\":[");
        for (var i = 0; i < Statements.Count; i++)
        {
            json.Append(i == 0 ? "" : ",");
            Statements[i].Write(json);
        }

        json.Append(']');
        foreach (var element in UnknownElements)
        {
            json.Append(',');
            PolicyJsonWriter.AppendString(json, element.Name ?? "");
            json.Append(':').Append(element.ToJson());
        }

        var compact = PolicyDocument.Parse(json.Append('}').ToString());
        return PolicyDocument.Parse(compact.ToJson(PolicyJsonStyle.Indented));
    }

    private static void Append(StringBuilder json, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        json.Append(json.Length > 1 ? "," : "").Append('"').Append(name).Append("\":");
        PolicyJsonWriter.AppendString(json, value);
    }
}
