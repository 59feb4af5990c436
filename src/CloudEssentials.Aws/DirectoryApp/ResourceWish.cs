using System.Text.Json.Nodes;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>A resource that is wanted, with all it refers to known.</summary>
/// <param name="Scope">Where, and for which application.</param>
/// <param name="Resource">The resource as the application describes it.</param>
/// <param name="Properties">Its properties, with ids and ARNs in the place of references.</param>
internal sealed record ResourceWish(AppScope Scope, AppResource Resource, JsonObject Properties)
{
    /// <summary>True where it stands in something that was made just now, so that there can be none of it from before.</summary>
    public bool IsFresh { get; init; }
}
