namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A NAT gateway.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Zone">Its zone; null where it is in all, or that was not seen.</param>
/// <param name="IsAvailable">True where it works.</param>
public sealed record StackNatGateway(string Id, string? Zone, bool IsAvailable = true);
