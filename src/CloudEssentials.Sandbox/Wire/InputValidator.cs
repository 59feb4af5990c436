using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Wire;

/// <summary>Holds parsed parameters against the constraints of the service model.</summary>
internal sealed class InputValidator
{
    private readonly List<ConstraintViolation> _violations = [];

    /// <summary>Every violation in the input, in the model's order.</summary>
    public static IReadOnlyList<ConstraintViolation> Validate(Shape shape, JsonObject input)
    {
        var validator = new InputValidator();
        validator.Structure(shape, input, string.Empty);
        return validator._violations;
    }

    private void Structure(Shape shape, JsonObject value, string path)
    {
        foreach (Member member in shape.Members)
        {
            string memberPath = path + LowerFirst(member.Name);
            if (value[member.Name] is { } child)
            {
                Value(member.Shape, child, memberPath, member.Name);
            }
            else if (shape.Required.Contains(member.Name))
            {
                Add(ConstraintKind.Required, memberPath, member.Name, null, string.Empty);
            }
        }
    }

    private void Value(Shape shape, JsonNode value, string path, string name)
    {
        switch (shape.Type)
        {
            case ShapeType.Structure:
                Structure(shape, value.AsObject(), path + ".");
                break;
            case ShapeType.List:
                List(shape, value.AsArray(), path, name);
                break;
            case ShapeType.Map:
                Map(shape, value.AsObject(), path, name);
                break;
            case ShapeType.String:
                Text(shape, value.GetValue<string>(), path, name);
                break;
            case ShapeType.Integer or ShapeType.Long:
                Number(shape, value.GetValue<long>(), path, name);
                break;
            default:
                break;
        }
    }

    private void List(Shape shape, JsonArray items, string path, string name)
    {
        Length(shape, items.Count, path, name, $"[{string.Join(", ", items.Select(item => item?.ToString()))}]");
        for (int index = 0; index < items.Count; index++)
        {
            Value(shape.Item!.Shape, items[index]!, $"{path}.{index + 1}.member", name);
        }
    }

    private void Map(Shape shape, JsonObject entries, string path, string name)
    {
        Length(shape, entries.Count, path, name, "{" + string.Join(", ", entries.Select(entry => entry.Key)) + "}");
        foreach ((string key, JsonNode? value) in entries)
        {
            Text(shape.Key!.Shape, key, $"{path}.{key}.key", name);
            Value(shape.Value!.Shape, value!, $"{path}.{key}.value", name);
        }
    }

    private void Text(Shape shape, string value, string path, string name)
    {
        if (shape.Enumeration.Count > 0 && !shape.Enumeration.Contains(value))
        {
            Add(ConstraintKind.Enumeration, path, name, value, $"[{string.Join(", ", shape.Enumeration)}]");
        }

        Length(shape, value.Length, path, name, value);
        if (!shape.MatchesPattern(value))
        {
            Add(ConstraintKind.Pattern, path, name, value, shape.Pattern!);
        }
    }

    private void Length(Shape shape, int length, string path, string name, string value)
    {
        if (length < shape.Min)
        {
            Add(ConstraintKind.MinimumLength, path, name, value, Write(shape.Min));
        }
        else if (length > shape.Max)
        {
            Add(ConstraintKind.MaximumLength, path, name, value, Write(shape.Max));
        }
    }

    private void Number(Shape shape, long value, string path, string name)
    {
        if (value < shape.Min)
        {
            Add(ConstraintKind.MinimumValue, path, name, Write(value), Write(shape.Min));
        }
        else if (value > shape.Max)
        {
            Add(ConstraintKind.MaximumValue, path, name, Write(value), Write(shape.Max));
        }
    }

    private void Add(ConstraintKind kind, string path, string name, string? value, string constraint) =>
        _violations.Add(new ConstraintViolation(kind, path, name, value, constraint));

    private static string Write(decimal? number) => number!.Value.ToString(CultureInfo.InvariantCulture);

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
