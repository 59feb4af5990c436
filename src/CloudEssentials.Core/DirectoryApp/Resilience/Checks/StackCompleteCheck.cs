namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>All stands that the application cannot be without: load balancer, target group and Auto Scaling group.</summary>
internal sealed class StackCompleteCheck : ResilienceCheck
{
    public override string Name => "StackComplete";

    public override StackParts Needs => StackParts.LoadBalancer | StackParts.TargetGroup | StackParts.Group;

    protected override string? Missing(StackPicture picture) => null;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        List<string> missing = [];
        if (picture.LoadBalancer is null)
            missing.Add("load balancer");
        if (picture.TargetGroup is null)
            missing.Add("target group");
        if (picture.Group is null)
            missing.Add("Auto Scaling group");
        if (missing.Count > 0)
            yield return Fail(picture.AppName, $"Missing: {string.Join(", ", missing)}.", "Nobody spreads the users over instances, or nobody keeps their number.", StackCommand.Of(picture));
        else if (!picture.Group!.IsRegistered(picture.TargetGroup!))
            yield return Fail(picture.Group.Name, $"{picture.Group.Name} does not register its instances with {picture.TargetGroup!.Name}.", "What it launches in place of a lost instance gets no requests.", StackCommand.Of(picture));
        else
            yield return Pass(picture.AppName, $"{picture.LoadBalancer!.Name}, {picture.TargetGroup!.Name}, {picture.Group.Name}.", "Load balancer, target group and Auto Scaling group stand, and belong together.");
    }
}
