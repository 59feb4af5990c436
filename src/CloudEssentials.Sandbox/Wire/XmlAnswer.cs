using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>Writes values as XML by their shapes, for the two protocols that answer in XML.</summary>
internal sealed class XmlAnswer : IDisposable
{
    // A char that XML cannot hold is no reason to lose the whole answer.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    private readonly MemoryStream _bytes = new();
    private readonly bool _listsAreFlat;
    private readonly string _timeFormat;

    public XmlAnswer(bool listsAreFlat, string timeFormat)
    {
        _listsAreFlat = listsAreFlat;
        _timeFormat = timeFormat;
        Writer = XmlWriter.Create(_bytes, Settings);
    }

    public XmlWriter Writer { get; }

    public void Structure(Shape shape, JsonObject value)
    {
        foreach (Member member in shape.Members.Where(member => member.IsAttribute))
        {
            Writer.WriteAttributeString("xsi", member.LocationName!.Split(':')[^1], shape.AttributeNamespace, value[member.Name]!.GetValue<string>());
        }

        foreach (Member member in shape.Members.Where(member => member is { IsAttribute: false, Location: null }))
        {
            if (value[member.Name] is { } child)
            {
                Element(member, member.LocationName ?? member.Name, child);
            }
        }
    }

    public byte[] Finish()
    {
        Writer.Dispose();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        Writer.Dispose();
        _bytes.Dispose();
    }

    private void Element(Member member, string name, JsonNode value)
    {
        Shape shape = member.Shape;
        bool flat = !_listsAreFlat && (member.Flattened || shape.Flattened);
        if (shape.Type == ShapeType.List && flat)
        {
            Items(shape, name, value.AsArray());
            return;
        }

        Writer.WriteStartElement(name);
        switch (shape.Type)
        {
            case ShapeType.Structure:
                Structure(shape, value.AsObject());
                break;
            case ShapeType.List:
                Items(shape, shape.Item!.LocationName ?? (_listsAreFlat ? "item" : "member"), value.AsArray());
                break;
            case ShapeType.Map:
                Entries(shape, value.AsObject());
                break;
            default:
                Writer.WriteString(Text(shape, value));
                break;
        }

        Writer.WriteEndElement();
    }

    private void Items(Shape shape, string name, JsonArray items)
    {
        foreach (JsonNode? item in items)
        {
            Element(shape.Item!, name, item!);
        }
    }

    private void Entries(Shape shape, JsonObject entries)
    {
        foreach ((string key, JsonNode? value) in entries)
        {
            Writer.WriteStartElement("entry");
            Writer.WriteElementString(shape.Key!.LocationName ?? "key", key);
            Element(shape.Value!, shape.Value!.LocationName ?? "value", value!);
            Writer.WriteEndElement();
        }
    }

    private string Text(Shape shape, JsonNode value) => shape.Type switch
    {
        ShapeType.Timestamp => value.GetValue<DateTimeOffset>().UtcDateTime.ToString(_timeFormat, CultureInfo.InvariantCulture),
        ShapeType.Boolean => value.GetValue<bool>() ? "true" : "false",
        _ => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
    };
}
