using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>A comparison: <c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>, BETWEEN or IN.</summary>
/// <param name="Left">What is compared.</param>
/// <param name="Operator">By what.</param>
/// <param name="Others">With what: two for BETWEEN, some for IN, else one.</param>
internal sealed record ValueTest(Operand Left, string Operator, IReadOnlyList<Operand> Others) : ICondition
{
    public bool Holds(JsonObject item)
    {
        JsonNode? left = Left.Read(item);
        JsonNode? right = Others[0].Read(item);
        return Operator switch
        {
            "=" => DynamoValues.AreEqual(left, right),
            "<>" => !DynamoValues.AreEqual(left, right),
            "<" => DynamoValues.Compare(left, right) < 0,
            "<=" => DynamoValues.Compare(left, right) <= 0,
            ">" => DynamoValues.Compare(left, right) > 0,
            ">=" => DynamoValues.Compare(left, right) >= 0,
            "BETWEEN" => DynamoValues.Compare(left, right) >= 0 && DynamoValues.Compare(left, Others[1].Read(item)) <= 0,
            _ => Others.Any(other => DynamoValues.AreEqual(left, other.Read(item))),
        };
    }
}
