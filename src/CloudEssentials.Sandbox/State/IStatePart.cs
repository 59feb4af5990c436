using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.State;

/// <summary>A piece of the account's state that can be saved, and put back as it was before a call that failed.</summary>
internal interface IStatePart
{
    string Name { get; }

    /// <summary>What the piece holds now; immutable.</summary>
    object Capture();

    /// <summary>Puts it back to what <see cref="Capture"/> gave.</summary>
    void Restore(object captured);

    /// <summary>A call that changed the piece has gone through: from now on the old content is what lagging readers see.</summary>
    void Commit(object before, DateTimeOffset now);

    JsonNode? Save();

    void Load(JsonElement json);
}
