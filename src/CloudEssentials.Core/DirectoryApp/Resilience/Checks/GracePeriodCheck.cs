namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>A new instance has time to install the application before it is held to be ill.</summary>
internal sealed class GracePeriodCheck : ResilienceCheck
{
    // Updating packages, installing Python's and downloading the application takes a small instance two to three minutes.
    private static readonly TimeSpan _install = TimeSpan.FromMinutes(3);

    public override string Name => "GracePeriod";

    public override StackParts Needs => StackParts.Group | StackParts.TargetGroup;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackGroup group = picture.Group!;
        TimeSpan time = group.GracePeriod > picture.TargetGroup!.DetectionTime ? group.GracePeriod : picture.TargetGroup.DetectionTime;
        string evidence = $"Checks count after {group.GracePeriod.TotalSeconds:0} s, and the load balancer's take {picture.TargetGroup.DetectionTime.TotalSeconds:0} s.";
        yield return time >= _install || !group.UsesLoadBalancerChecks
            ? Pass(group.Name, evidence, "A new instance is done with installing before its checks count.")
            : Warn(group.Name, evidence, "An instance that takes longer to install is replaced before it answers, and so is the next one.", StackCommand.Of(picture, spec => spec with { WarmupSeconds = 300 }));
    }
}
