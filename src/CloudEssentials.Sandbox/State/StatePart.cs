using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.State;

/// <summary>
/// A piece of state whose content is one immutable value, so that going back, and reading what was a while ago, are a matter of
/// keeping a reference.
/// </summary>
/// <typeparam name="TContent">The immutable content.</typeparam>
internal abstract class StatePart<TContent> : IStatePart
    where TContent : class
{
    private readonly SandboxState _state;
    private readonly string _kind;
    private readonly List<(DateTimeOffset Until, TContent Content)> _past = [];
    private TContent _content;

    protected StatePart(SandboxState state, string section, string name, TContent content)
    {
        _state = state;
        _content = content;
        Name = name;
        _kind = $"{section}:{name}";
    }

    public string Name { get; }

    /// <summary>What is true now; what a call that changes something builds upon.</summary>
    protected TContent Content
    {
        get => _content;
        set
        {
            _state.Changing(this);
            _content = value;
        }
    }

    /// <summary>What a reader sees, who may lag behind.</summary>
    protected TContent SeenContent
    {
        get
        {
            TimeSpan lag = _state.LagOf(_kind);
            if (lag == TimeSpan.Zero)
            {
                return _content;
            }

            DateTimeOffset then = _state.Now - lag;
            return _past.Where(old => old.Until > then).Select(old => old.Content).FirstOrDefault(_content);
        }
    }

    public object Capture() => _content;

    public void Restore(object captured) => _content = (TContent)captured;

    public void Commit(object before, DateTimeOffset now)
    {
        TimeSpan lag = _state.LagOf(_kind);
        _past.RemoveAll(old => old.Until <= now - lag);
        if (lag > TimeSpan.Zero)
        {
            _past.Add((now, (TContent)before));
        }
    }

    public abstract JsonNode? Save();

    public void Load(JsonElement json) => _content = Read(json);

    protected abstract TContent Read(JsonElement json);
}
