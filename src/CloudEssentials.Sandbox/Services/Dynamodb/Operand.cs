using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Something in an expression that has a value.</summary>
/// <param name="Path">The path, where it is one.</param>
/// <param name="Read">Its value in an item; null where the item does not have it.</param>
internal sealed record Operand(ItemPath? Path, Func<JsonObject, JsonNode?> Read);
