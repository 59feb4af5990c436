namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>One step of a path: into a map by name, or into a list by number.</summary>
/// <param name="Name">The name; null for a number.</param>
/// <param name="Index">The number; null for a name.</param>
internal sealed record PathPart(string? Name, int? Index);
