using System.Text.Json.Nodes;

namespace CloudEssentials.ClientGenerator;

internal sealed class Shape(ServiceModel model, string name, JsonObject facts)
{
    internal string Name => name;
    internal string Type => (string)facts["type"]!;
    internal JsonObject Facts => facts;
    internal bool IsEnum => Type == "string" && facts["enum"] is not null;
    internal bool IsFlat => facts["flattened"] is { } flat && (bool)flat;
    internal IEnumerable<string> EnumValues => facts["enum"]!.AsArray().Select(value => (string)value!);

    /// <summary>The name of the class, after the .NET SDK's renames.</summary>
    internal string Class => Type == "structure" && model.Substitution(name) is { Member: null, As: var renamed } ? renamed : Naming.Pascal(name);

    internal string ExceptionClass => Class.EndsWith("Exception", StringComparison.Ordinal) ? Class : Class + "Exception";

    /// <summary>A structure that the .NET SDK shows as one of its own members, a value.</summary>
    internal Member? Inlined => Type == "structure" && model.Substitution(name) is { Member: { } member } ? Members.Single(m => m.ModelName == member) : null;

    internal IEnumerable<Member> Members => (facts["members"]?.AsObject() ?? [])
        .Where(pair => !model.Excludes(name, pair.Key))
        .Select(pair => new Member(model, this, pair.Key, pair.Value!.AsObject()));

    /// <summary>The item of a list, the value of a map.</summary>
    internal Member Item => new(model, this, Type == "list" ? "member" : "value", facts[Type == "list" ? "member" : "value"]!.AsObject());

    /// <summary>The key of a map: a string in C#, whose known values are constants all the same.</summary>
    internal Shape Key => model.Shape((string)facts["key"]!["shape"]!);

    internal string ErrorCode => (string?)facts["error"]?["code"] ?? name;

    internal string? LocationOf(string part) => (string?)facts[part]?["locationName"];

    internal Member? Payload => (string?)facts["payload"] is { } payload ? Members.Single(member => member.ModelName == payload) : null;

    /// <summary>The C# type where a member or an item is of this shape; value types are nullable in members and plain in collections, as in version 4.</summary>
    internal string CSharp(bool inCollection)
    {
        if (Inlined is { } inlined) return inlined.Shape.CSharp(inCollection);
        string optional = inCollection ? "" : "?";
        return Type switch
        {
            "string" or "character" => IsEnum && !inCollection ? Class : "string",
            "integer" => "int" + optional,
            "long" => "long" + optional,
            "boolean" => "bool" + optional,
            "double" => "double" + optional,
            "float" => "float" + optional,
            "timestamp" => "DateTime" + optional,
            "blob" => model.Substitution(name) is not null ? "string" : "MemoryStream",
            "list" => $"List<{Item.Shape.CSharp(true)}>",
            "map" => $"Dictionary<string, {Item.Shape.CSharp(true)}>",
            "structure" => facts["document"] is null ? Class : throw new GeneratorException($"The free-form shape {name} of '{model.Service}' is not supported."),
            _ => throw new GeneratorException($"The type {Type} of the shape {name} of '{model.Service}' is not supported."),
        };
    }

    /// <summary>This shape and all that it reaches, each once, in the order of their names.</summary>
    internal static IEnumerable<Shape> Closure(IEnumerable<Shape> roots)
    {
        SortedDictionary<string, Shape> found = new(StringComparer.Ordinal);
        void Visit(Shape shape)
        {
            if (!found.TryAdd(shape.Name, shape)) return;
            if (shape.Type == "map") Visit(shape.Key);
            if (shape.Type is "list" or "map") Visit(shape.Item.Shape);
            foreach (Member member in shape.Members) Visit(member.Shape);
        }
        foreach (Shape root in roots) Visit(root);
        return found.Values;
    }
}
