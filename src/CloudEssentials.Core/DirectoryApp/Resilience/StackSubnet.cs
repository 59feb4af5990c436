namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A subnet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Its zone.</param>
public sealed record StackSubnet(string Id, string Name, string Zone);
