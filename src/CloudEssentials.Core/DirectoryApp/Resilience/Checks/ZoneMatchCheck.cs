namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>
/// Load balancer and group use the same zones: a target in a zone without a node gets no requests. See "Availability Zones" in
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html.
/// </summary>
internal sealed class ZoneMatchCheck : ResilienceCheck
{
    public override string Name => "ZoneMatch";

    public override StackParts Needs => StackParts.LoadBalancer | StackParts.Group;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        IReadOnlyList<string> nodes = picture.LoadBalancer!.Zones;
        IReadOnlyList<string> launches = picture.Group!.Zones;
        string[] deaf = [.. launches.Except(nodes)];
        string[] idle = [.. nodes.Except(launches)];
        string evidence = $"{picture.LoadBalancer.Name}: {string.Join(", ", nodes)}; {picture.Group.Name}: {string.Join(", ", launches)}.";
        if (deaf.Length > 0)
            yield return Fail(picture.Group.Name, evidence, $"Instances in {string.Join(", ", deaf)} get no requests: the load balancer has no node there.", StackCommand.Of(picture));
        else if (idle.Length > 0)
            yield return Warn(picture.LoadBalancer.Name, evidence, $"The node in {string.Join(", ", idle)} never has an instance beside it.", StackCommand.Of(picture));
        else
            yield return Pass(picture.LoadBalancer.Name, evidence, "Load balancer and group use the same zones.");
    }
}
