using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.State;

/// <summary>What one service keeps in the account: tables of resources and single values. A service's state derives from it.</summary>
internal abstract class StateSection
{
    private readonly SandboxState _state;
    private readonly List<IStatePart> _parts = [];

    protected StateSection(SandboxState state, string name)
    {
        _state = state;
        Name = name;
    }

    public string Name { get; }

    public JsonObject Save() => new(_parts.Select(part => KeyValuePair.Create(part.Name, part.Save())));

    public void Load(JsonElement json)
    {
        foreach (IStatePart part in _parts)
        {
            if (json.TryGetProperty(part.Name, out JsonElement content))
            {
                part.Load(content);
            }
        }
    }

    protected ResourceTable<T> Table<T>(string name, StringComparer comparer)
        where T : class => Keep(new ResourceTable<T>(_state, Name, name, comparer));

    protected StateCell<T> Cell<T>(string name, T initial)
        where T : class => Keep(new StateCell<T>(_state, Name, name, initial));

    private TPart Keep<TPart>(TPart part)
        where TPart : IStatePart
    {
        _parts.Add(part);
        return part;
    }
}
