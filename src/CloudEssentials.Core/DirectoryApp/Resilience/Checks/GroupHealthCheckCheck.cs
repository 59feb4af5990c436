namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>
/// The group goes by the load balancer's health checks: an instance may run and not answer.
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html.
/// </summary>
internal sealed class GroupHealthCheckCheck : ResilienceCheck
{
    public override string Name => "GroupHealthCheck";

    public override StackParts Needs => StackParts.Group;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackGroup group = picture.Group!;
        string evidence = $"{group.Name} goes by health checks of {group.HealthCheckType}.";
        yield return group.UsesLoadBalancerChecks
            ? Pass(group.Name, evidence, "What does not answer is replaced.")
            : Fail(group.Name, evidence, "An instance that runs and does not answer is never replaced.", StackCommand.Of(picture));
    }
}
