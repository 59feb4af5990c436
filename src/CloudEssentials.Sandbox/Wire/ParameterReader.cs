using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>Reads a tree of parameters by a shape, for the two protocols that send forms.</summary>
/// <param name="wireName">A member's name on the wire.</param>
/// <param name="listsAreFlat">Whether lists stand without the word 'member' between name and number, as in EC2's protocol.</param>
internal sealed class ParameterReader(Func<Member, string> wireName, bool listsAreFlat)
{
    public JsonObject Structure(Shape shape, ParameterTree tree)
    {
        var value = new JsonObject();
        foreach (Member member in shape.Members)
        {
            string name = wireName(member);
            if (tree.Read(name) is { } part && Value(member, part, name) is { } child)
            {
                value[member.Name] = child;
            }
        }

        return value;
    }

    private JsonNode? Value(Member member, ParameterTree tree, string name) => member.Shape.Type switch
    {
        ShapeType.Structure => Structure(member.Shape, tree),
        ShapeType.List => List(member, tree, name),
        ShapeType.Map => Map(member, tree, name),
        _ => tree.Value is null ? null : ScalarReader.Read(member.Shape.Type, tree.Value, name),
    };

    private JsonArray List(Member member, ParameterTree tree, string name)
    {
        bool flat = listsAreFlat || member.Flattened || member.Shape.Flattened;
        ParameterTree? items = flat ? tree : tree.Read(member.Shape.Item!.LocationName ?? "member");
        var list = new JsonArray();
        foreach (ParameterTree item in items?.ReadItems() ?? [])
        {
            list.Add(Value(member.Shape.Item!, item, name));
        }

        return list;
    }

    private JsonObject Map(Member member, ParameterTree tree, string name)
    {
        Shape shape = member.Shape;
        bool flat = member.Flattened || shape.Flattened;
        var map = new JsonObject();
        foreach (ParameterTree entry in (flat ? tree : tree.Read("entry"))?.ReadItems() ?? [])
        {
            string key = entry.Read(shape.Key!.LocationName ?? "key")?.Value ?? string.Empty;
            ParameterTree? value = entry.Read(shape.Value!.LocationName ?? "value");
            map[key] = value is null ? null : Value(shape.Value!, value, name);
        }

        return map;
    }
}
