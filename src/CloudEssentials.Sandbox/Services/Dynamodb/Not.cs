using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>A condition that must not hold.</summary>
internal sealed record Not(ICondition Part) : ICondition
{
    public bool Holds(JsonObject item) => !Part.Holds(item);
}
