using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>What a scenario's call was answered.</summary>
/// <param name="Body">The body: XML, or JSON.</param>
internal sealed record ScenarioAnswer(string Body)
{
    /// <summary>The text of the first element of that name in an XML answer.</summary>
    public string Text(string name) => XDocument.Parse(Body).Descendants().First(element => element.Name.LocalName == name).Value;

    /// <summary>A JSON answer.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;
}
