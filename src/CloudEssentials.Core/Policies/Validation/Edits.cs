using System.Text;

namespace CloudEssentials.Policies.Validation;

/// <summary>Changes to a document's text that leave the rest of it as it is.</summary>
internal static class Edits
{
    public static PolicyTextEdit Replace(PolicyNode node, string text) => new(node.Offset, node.EndOffset - node.Offset, Quote(text));

    public static PolicyTextEdit Rename(PolicyDocument document, PolicyNode node, string name)
    {
        var end = node.NameOffset + 1;
        while (document.SourceText[end] != '"')
            end += document.SourceText[end] == '\\' ? 2 : 1;
        return new(node.NameOffset, end + 1 - node.NameOffset, Quote(name));
    }

    /// <summary>Takes a member or an item out, with one of the commas beside it; null for the only item of an array, without which the array would mean something else.</summary>
    public static PolicyTextEdit? Remove(PolicyNode node)
    {
        if (node.Parent is not { } parent)
            return null;
        var siblings = parent.ChildArray;
        if (siblings.Length == 1)
            return parent.Kind == PolicyNodeKind.Object ? Span(Start(node), node.EndOffset) : null;
        return node.Index + 1 < siblings.Length
            ? Span(Start(node), Start(siblings[node.Index + 1]))
            : Span(siblings[node.Index - 1].EndOffset, node.EndOffset);
    }

    public static string Quote(string text)
    {
        StringBuilder json = new();
        PolicyJsonWriter.AppendString(json, text);
        return json.ToString();
    }

    private static int Start(PolicyNode node) => node.NameOffset >= 0 ? node.NameOffset : node.Offset;

    private static PolicyTextEdit Span(int start, int end) => new(start, end - start, "");
}
