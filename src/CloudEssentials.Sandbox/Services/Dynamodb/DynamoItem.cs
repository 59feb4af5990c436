using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>An item of a table.</summary>
/// <param name="TableId">The table's id.</param>
/// <param name="Key">The item's key, as text that is the same for the same key.</param>
/// <param name="Attributes">The attributes, in the wire's form.</param>
internal sealed record DynamoItem(string TableId, string Key, JsonElement Attributes)
{
    public string Id => $"{TableId}/{Key}";

    public JsonObject Read() => JsonObject.Create(Attributes)!.DeepClone().AsObject();
}
