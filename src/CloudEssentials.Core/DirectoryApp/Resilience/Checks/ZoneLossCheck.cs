namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>What stays up when a zone is lost, zone by zone.</summary>
internal sealed class ZoneLossCheck : ResilienceCheck
{
    public override string Name => "ZoneLoss";

    public override StackParts Needs => StackParts.LoadBalancer | StackParts.TargetGroup | StackParts.Targets | StackParts.Group;

    /// <summary>The zones that the application is in.</summary>
    internal static IReadOnlyList<string> ZonesOf(StackPicture picture) =>
    [
        .. (picture.Group?.Zones ?? [])
            .Concat(picture.LoadBalancer?.Zones ?? [])
            .Concat(picture.Targets.Select(target => target.Zone).OfType<string>())
            .Concat(picture.NatGateways.Select(gateway => gateway.Zone).OfType<string>())
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture) => ZonesOf(picture).Select(zone => new ZoneLoss(picture, zone).Judge());
}
