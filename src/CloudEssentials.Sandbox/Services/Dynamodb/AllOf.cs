using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Conditions with AND between them.</summary>
internal sealed record AllOf(IReadOnlyList<ICondition> Parts) : ICondition
{
    public bool Holds(JsonObject item) => Parts.All(part => part.Holds(item));
}
