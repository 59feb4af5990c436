namespace CloudEssentials.Sandbox;

/// <summary>A zone of a sandbox.</summary>
/// <param name="Name">Its name, such as <c>us-east-1a</c>.</param>
/// <param name="Id">Its id, such as <c>use1-az6</c>; null where the sandbox knows none.</param>
/// <param name="Region">Its Region.</param>
/// <param name="State">How it fares.</param>
/// <param name="Since">Since when it has failed; null while it works.</param>
public sealed record SandboxZone(string Name, string? Id, string Region, SandboxZoneState State, DateTimeOffset? Since);
