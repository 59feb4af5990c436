namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A route table.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SubnetIds">The subnets that go by it.</param>
/// <param name="DefaultTarget">Where traffic to the internet goes, such as <c>igw-1</c> or <c>nat-1</c>; null for nowhere.</param>
/// <param name="IsBlackhole">True where that is gone.</param>
public sealed record StackRouteTable(string Id, IReadOnlyList<string> SubnetIds, string? DefaultTarget, bool IsBlackhole = false);
