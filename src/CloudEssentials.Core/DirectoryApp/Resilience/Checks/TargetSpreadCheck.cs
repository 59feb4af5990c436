using CloudEssentials.Regions;

namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>The healthy targets are in two zones at least, and evenly so.</summary>
internal sealed class TargetSpreadCheck : ResilienceCheck
{
    public override string Name => "TargetSpread";

    public override StackParts Needs => StackParts.TargetGroup | StackParts.Targets | StackParts.Group;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        ZoneResilience spread = ZoneResilienceTest.Judge([.. picture.Healthy.Select(target => target.Zone).OfType<string>()]);
        string group = picture.TargetGroup!.Name;
        string evidence = spread.ItemCount == 0 ? "There is no healthy target." : $"Healthy targets: {string.Join(", ", spread.Zones)}.";
        yield return !spread.Survives ? Fail(group, evidence, spread.Verdict, Remedy(picture))
            : spread.Zones[0].Count - Fewest(picture, spread) > 1
            ? Warn(group, evidence, $"{spread.FullestZone} carries {spread.Zones[0].Count} of {spread.ItemCount}, more than its part, and its loss takes them.", Remedy(picture))
            : Pass(group, evidence, spread.Verdict);
    }

    // A zone of the group without any counts, too.
    private static int Fewest(StackPicture picture, ZoneResilience spread) => picture.Group!.Zones.Min(zone => spread.Zones.FirstOrDefault(share => share.Zone == zone)?.Count ?? 0);

    private static string Remedy(StackPicture picture) => picture.Group is { Zones.Count: < 2 } or { MinSize: < 2 }
        ? StackCommand.Of(picture, AtLeastTwo)
        : "The group spreads by itself what it launches; an instance refresh does it at once: " + $"aws autoscaling start-instance-refresh --region {picture.Region} --auto-scaling-group-name {picture.Group?.Name ?? $"{picture.AppName}-asg"}";

    internal static DirectoryAppSpec AtLeastTwo(DirectoryAppSpec spec) => spec with
    {
        MinSize = Math.Max(2, spec.MinSize),
        DesiredCapacity = Math.Max(2, spec.DesiredCapacity),
        MaxSize = Math.Max(2, spec.MaxSize),
    };
}
