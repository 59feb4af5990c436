namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>The launch template that a group launches from.</summary>
/// <param name="Id">The template's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">A version's number, <c>$Latest</c> or <c>$Default</c>; null where nothing is said, which is the default one.</param>
internal sealed record LaunchSource(string Id, string Name, string? Version);
