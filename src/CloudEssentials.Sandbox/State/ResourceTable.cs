using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.State;

/// <summary>Resources of one kind, by name or id, in the order of their keys.</summary>
/// <typeparam name="T">An immutable record.</typeparam>
internal sealed class ResourceTable<T> : StatePart<ImmutableSortedDictionary<string, T>>
    where T : class
{
    private readonly StringComparer _comparer;

    public ResourceTable(SandboxState state, string section, string name, StringComparer comparer)
        : base(state, section, name, ImmutableSortedDictionary.Create<string, T>(comparer)) => _comparer = comparer;

    public int Count => Content.Count;

    /// <summary>All that there are now.</summary>
    public ImmutableSortedDictionary<string, T> Current => Content;

    /// <summary>All that a reader sees, who may lag behind.</summary>
    public ImmutableSortedDictionary<string, T> Seen => SeenContent;

    public T this[string key]
    {
        get => Content[key];
        set => Content = Content.SetItem(key, value);
    }

    public bool Contains(string key) => Content.ContainsKey(key);

    public bool TryGet(string key, [NotNullWhen(true)] out T? value) => Content.TryGetValue(key, out value);

    public bool TryGetSeen(string key, [NotNullWhen(true)] out T? value) => SeenContent.TryGetValue(key, out value);

    public void Remove(string key) => Content = Content.Remove(key);

    public override JsonNode? Save() => JsonSerializer.SerializeToNode(Content, StateJson.Options);

    protected override ImmutableSortedDictionary<string, T> Read(JsonElement json) =>
        json.Deserialize<Dictionary<string, T>>(StateJson.Options)!.ToImmutableSortedDictionary(_comparer);
}
