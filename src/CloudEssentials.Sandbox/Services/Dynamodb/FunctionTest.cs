using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>A function that is true or not.</summary>
/// <param name="Name">Its name, such as <c>begins_with</c>.</param>
/// <param name="Path">What it is about.</param>
/// <param name="Argument">What it asks; null for whether it is there.</param>
internal sealed record FunctionTest(string Name, ItemPath Path, Operand? Argument) : ICondition
{
    /// <summary>The functions that take a second argument, and those that do not.</summary>
    public static readonly IReadOnlyDictionary<string, bool> Functions = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["attribute_exists"] = false,
        ["attribute_not_exists"] = false,
        ["attribute_type"] = true,
        ["begins_with"] = true,
        ["contains"] = true,
    };

    public bool Holds(JsonObject item)
    {
        JsonNode? value = Path.Read(item);
        JsonNode? argument = Argument?.Read(item);
        return Name switch
        {
            "attribute_exists" => value is not null,
            "attribute_not_exists" => value is null,
            _ when value is null || argument is null => false,
            "attribute_type" => value.AsObject().ContainsKey(argument["S"]?.GetValue<string>() ?? string.Empty),
            "begins_with" => value["S"]?.GetValue<string>().StartsWith(argument["S"]?.GetValue<string>() ?? "\0", StringComparison.Ordinal)
                ?? (value["B"] is not null && argument["B"] is not null && DynamoValues.Bytes(value).AsSpan().StartsWith(DynamoValues.Bytes(argument))),
            _ => Contains(value, argument),
        };
    }

    private static bool Contains(JsonNode value, JsonNode argument)
    {
        (string type, JsonNode? content) = value.AsObject().First();
        return type switch
        {
            "S" => argument["S"] is { } part && content!.GetValue<string>().Contains(part.GetValue<string>(), StringComparison.Ordinal),
            "L" => content!.AsArray().Any(item => DynamoValues.AreEqual(item, argument)),
            "SS" or "NS" or "BS" => content!.AsArray().Any(item => DynamoValues.AreEqual(new JsonObject { [type[..1]] = item!.DeepClone() }, argument)),
            _ => false,
        };
    }
}
