namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>An instance.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="InstanceType">Its type; null where that was not asked for.</param>
public sealed record StackInstance(string Id, string Zone, string? InstanceType = null);
