namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A target.</summary>
/// <param name="Id">The instance.</param>
/// <param name="Zone">Its zone; null where that was not seen.</param>
/// <param name="State">Its health in the load balancer's words: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.</param>
/// <param name="Reason">Why it is so, where the load balancer says it.</param>
public sealed record StackTarget(string Id, string? Zone, string State, string? Reason = null)
{
    /// <summary>The state of a target that gets requests.</summary>
    public const string Healthy = "healthy";
}
