using System.Xml.Linq;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="RequestId">The request id of the headers.</param>
internal sealed record WireAnswer(int Status, string Body, string RequestId)
{
    public XElement Xml => XDocument.Parse(Body).Root!;

    public string? Code => Text("Code");

    public string? Message => Text("Message");

    /// <summary>The text of the first element of that name, wherever it stands.</summary>
    public string? Text(string name) => All(name) is [string first, ..] ? first : null;

    /// <summary>The texts of all elements of that name.</summary>
    public IReadOnlyList<string> All(string name) => [.. Xml.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value)];
}
