namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>What a load balancer holds a target to be.</summary>
internal enum TargetVerdict
{
    Initial,
    Healthy,
    Unhealthy,
}
