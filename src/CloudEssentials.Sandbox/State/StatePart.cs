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
    private readonly SandboxState state;
    private readonly string kind;
    private readonly List<(DateTimeOffset Until, TContent Content)> past = [];
    private TContent content;

    protected StatePart(SandboxState state, string section, string name, TContent content)
    {
        this.state = state;
        this.content = content;
        Name = name;
        kind = $"{section}:{name}";
    }

    public string Name { get; }

    /// <summary>What is true now; what a call that changes something builds upon.</summary>
    protected TContent Content
    {
        get => content;
        set
        {
            state.Changing(this);
            content = value;
        }
    }

    /// <summary>What a reader sees, who may lag behind.</summary>
    protected TContent SeenContent
    {
        get
        {
            TimeSpan lag = state.LagOf(kind);
            if (lag == TimeSpan.Zero)
            {
                return content;
            }

            DateTimeOffset then = state.Now - lag;
            return past.Where(old => old.Until > then).Select(old => old.Content).FirstOrDefault(content);
        }
    }

    public object Capture() => content;

    public void Restore(object captured) => content = (TContent)captured;

    public void Commit(object before, DateTimeOffset now)
    {
        TimeSpan lag = state.LagOf(kind);
        past.RemoveAll(old => old.Until <= now - lag);
        if (lag > TimeSpan.Zero)
        {
            past.Add((now, (TContent)before));
        }
    }

    public abstract JsonNode? Save();

    public void Load(JsonElement json) => content = Read(json);

    protected abstract TContent Read(JsonElement json);
}
