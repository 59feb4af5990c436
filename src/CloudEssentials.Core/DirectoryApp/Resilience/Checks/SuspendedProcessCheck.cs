namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>
/// The group does all that it should do by itself: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html.
/// </summary>
internal sealed class SuspendedProcessCheck : ResilienceCheck
{
    /// <summary>Without which nothing that is lost is replaced.</summary>
    internal static readonly string[] Vital = ["Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AddToLoadBalancer"];

    public override string Name => "SuspendedProcess";

    public override StackParts Needs => StackParts.Group;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackGroup group = picture.Group!;
        string list = string.Join(", ", group.SuspendedProcesses);
        string remedy = $"aws autoscaling resume-processes --region {picture.Region} --auto-scaling-group-name {group.Name}";
        yield return group.SuspendedProcesses.Count == 0 ? Pass(group.Name, "No process is suspended.", "The group replaces what is lost by itself.")
            : group.SuspendedProcesses.Intersect(Vital).Any() ? Fail(group.Name, $"Suspended: {list}.", "What is lost is not replaced.", remedy)
            : Warn(group.Name, $"Suspended: {list}.", "The group does less by itself than it should.", remedy);
    }
}
