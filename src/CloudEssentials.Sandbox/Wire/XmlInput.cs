using System.Text.Json.Nodes;
using System.Xml.Linq;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>Reads XML by a shape.</summary>
internal static class XmlInput
{
    /// <exception cref="MalformedValue">It holds what the shape does not have, or a value of another kind.</exception>
    public static JsonObject Structure(Shape shape, XElement element)
    {
        var value = new JsonObject();
        Dictionary<string, Member> members = shape.Members.ToDictionary(member => member.LocationName ?? member.Name, StringComparer.Ordinal);
        foreach (IGrouping<string, XElement> group in element.Elements().GroupBy(child => child.Name.LocalName))
        {
            Member member = members.TryGetValue(group.Key, out Member? known) ? known : throw new MalformedValue(element.Name.LocalName, group.Key, "element of it");
            value[member.Name] = member is { Shape.Type: ShapeType.List } && (member.Flattened || member.Shape.Flattened)
                ? Items(member.Shape, group)
                : Value(member, group.Last());
        }

        foreach (Member member in shape.Members.Where(member => member.IsAttribute))
        {
            string name = member.LocationName!.Split(':')[^1];
            value[member.Name] = element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
        }

        return value;
    }

    private static JsonNode Value(Member member, XElement element) => member.Shape.Type switch
    {
        ShapeType.Structure => Structure(member.Shape, element),
        ShapeType.List => Items(member.Shape, element.Elements()),
        _ => ScalarReader.Read(member.Shape.Type, element.Value, member.Name),
    };

    private static JsonArray Items(Shape shape, IEnumerable<XElement> elements) => new([.. elements.Select(element => Value(shape.Item!, element))]);
}
