using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>An update: what is set, removed, added and taken from sets. See "Update expressions" in the DynamoDB Developer Guide.</summary>
internal sealed class UpdateExpression
{
    private readonly List<(ItemPath Path, Action<JsonObject, JsonObject> Act)> _steps = [];

    private UpdateExpression()
    {
    }

    /// <summary>The attributes that it touches.</summary>
    public IEnumerable<string> Names => _steps.Select(step => step.Path.Root).Distinct();

    public static UpdateExpression Parse(ExpressionNames names, string text)
    {
        var reader = new ExpressionReader(names, "UpdateExpression", text);
        var update = new UpdateExpression();
        HashSet<string> seen = [];
        while (!reader.IsAtEnd)
        {
            string section = reader.Next().ToUpperInvariant();
            if (!seen.Add(section))
            {
                throw DynamoTables.Invalid($"Invalid UpdateExpression: The \"{section}\" section can only be used once in an update expression;");
            }

            do
            {
                update.Add(section, reader);
            }
            while (reader.Take(","));
        }

        return update;
    }

    /// <summary>Changes an item; values are read from what it was before.</summary>
    public void Apply(JsonObject before, JsonObject after)
    {
        // What is removed from a list must not move what is removed after it.
        foreach ((ItemPath _, Action<JsonObject, JsonObject> act) in _steps.OrderBy(step => step.Path.Parts[^1].Index is { } index ? -index : 0))
        {
            act(before, after);
        }
    }

    private static JsonNode Required(JsonNode? value) => value ?? throw DynamoTables.Invalid("The provided expression refers to an attribute that does not exist in the item");

    private static ServiceError WrongType() => DynamoTables.Invalid("An operand in the update expression has an incorrect data type");

    private void Add(string section, ExpressionReader reader)
    {
        ItemPath path = reader.Path();
        switch (section)
        {
            case "SET":
                reader.Expect("=");
                Func<JsonObject, JsonNode?> value = Sum(reader);
                _steps.Add((path, (before, after) => path.Set(after, Required(value(before)))));
                break;
            case "REMOVE":
                _steps.Add((path, (_, after) => path.Remove(after)));
                break;
            case "ADD":
                Operand added = reader.Operand();
                _steps.Add((path, (before, after) => path.Set(after, Added(path.Read(before), Required(added.Read(before))))));
                break;
            case "DELETE":
                Operand taken = reader.Operand();
                _steps.Add((path, (before, after) => Take(path, before, after, Required(taken.Read(before)))));
                break;
            default:
                throw reader.Syntax();
        }
    }

    private static Func<JsonObject, JsonNode?> Sum(ExpressionReader reader)
    {
        Func<JsonObject, JsonNode?> left = Term(reader);
        if (reader.Peek() is not ("+" or "-"))
        {
            return left;
        }

        int sign = reader.Next() == "+" ? 1 : -1;
        Func<JsonObject, JsonNode?> right = Term(reader);
        return item => DynamoValues.OfNumber(Number(left(item)) + (sign * Number(right(item))));
    }

    private static decimal Number(JsonNode? value) => Required(value)["N"] is null ? throw WrongType() : DynamoValues.Number(value!);

    private static Func<JsonObject, JsonNode?> Term(ExpressionReader reader)
    {
        if (reader.Peek(1) != "(" || reader.Peek() == "size")
        {
            return reader.Operand().Read;
        }

        string function = reader.Next();
        reader.Expect("(");
        Func<JsonObject, JsonNode?> first = Sum(reader);
        reader.Expect(",");
        Func<JsonObject, JsonNode?> second = Sum(reader);
        reader.Expect(")");
        return function switch
        {
            "if_not_exists" => item => first(item) ?? second(item),
            "list_append" => item => Joined(Required(first(item)), Required(second(item))),
            _ => throw DynamoTables.Invalid($"Invalid UpdateExpression: Invalid function name; function: {function}"),
        };
    }

    private static JsonObject Joined(JsonNode one, JsonNode other) => one["L"] is JsonArray first && other["L"] is JsonArray second
        ? new JsonObject { ["L"] = new JsonArray([.. first.Concat(second).Select(item => item!.DeepClone())]) }
        : throw WrongType();

    private static JsonNode Added(JsonNode? known, JsonNode added)
    {
        (string type, JsonNode? content) = added.AsObject().First();
        return type switch
        {
            "N" => DynamoValues.OfNumber((known is null ? 0 : Number(known)) + DynamoValues.Number(added)),
            "SS" or "NS" or "BS" when known is null => added,
            "SS" or "NS" or "BS" when known[type] is JsonArray set => new JsonObject
            {
                [type] = new JsonArray([.. set.Concat(content!.AsArray()).Select(item => item!.GetValue<string>()).Distinct(StringComparer.Ordinal).Select(item => (JsonNode)item)]),
            },
            _ => throw WrongType(),
        };
    }

    private static void Take(ItemPath path, JsonObject before, JsonObject after, JsonNode taken)
    {
        (string type, JsonNode? content) = taken.AsObject().First();
        if (path.Read(before) is not { } known)
        {
            return;
        }

        if (type is not ("SS" or "NS" or "BS") || known[type] is not JsonArray set)
        {
            throw WrongType();
        }

        HashSet<string> gone = [.. content!.AsArray().Select(item => item!.GetValue<string>())];
        List<string> left = [.. set.Select(item => item!.GetValue<string>()).Where(item => !gone.Contains(item))];
        if (left.Count == 0)
        {
            path.Remove(after);
        }
        else
        {
            path.Set(after, new JsonObject { [type] = new JsonArray([.. left.Select(item => (JsonNode)item)]) });
        }
    }
}
