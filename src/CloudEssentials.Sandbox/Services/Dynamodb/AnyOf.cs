using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Conditions with OR between them.</summary>
internal sealed record AnyOf(IReadOnlyList<ICondition> Parts) : ICondition
{
    public bool Holds(JsonObject item) => Parts.Any(part => part.Holds(item));
}
