using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.State;

/// <summary>A single value of the account's state.</summary>
/// <typeparam name="T">An immutable record.</typeparam>
internal sealed class StateCell<T> : StatePart<T>
    where T : class
{
    public StateCell(SandboxState state, string section, string name, T initial)
        : base(state, section, name, initial)
    {
    }

    /// <summary>What it is now.</summary>
    public T Value
    {
        get => Content;
        set => Content = value;
    }

    /// <summary>What a reader sees, who may lag behind.</summary>
    public T Seen => SeenContent;

    public override JsonNode? Save() => JsonSerializer.SerializeToNode(Content, StateJson.Options);

    protected override T Read(JsonElement json) => json.Deserialize<T>(StateJson.Options)!;
}
