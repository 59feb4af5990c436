using CloudEssentials.DirectoryApp.Resilience.Checks;

namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>All checks of a running application, in the order in which they are read best: what there is, how it is spread, what happens when a zone is lost.</summary>
public static class ResilienceChecks
{
    /// <summary>The checks.</summary>
    public static IReadOnlyList<ResilienceCheck> All { get; } =
    [
        new StackCompleteCheck(), new ZoneCountCheck(), new ZoneMatchCheck(), new CrossZoneCheck(), new TargetHealthCheck(), new TargetSpreadCheck(),
        new GroupHealthCheckCheck(), new GracePeriodCheck(), new SuspendedProcessCheck(), new DetectionTimeCheck(), new MinimumCapacityCheck(), new ReserveCapacityCheck(),
        new OutboundPathCheck(), new EndpointCheck(), new StandaloneInstanceCheck(), new BucketDurabilityCheck(), new TableDurabilityCheck(),
        new AlarmCheck(), new TopicCheck(), new ZoneLossCheck(),
    ];

    /// <summary>Runs all checks.</summary>
    /// <param name="picture">The application.</param>
    /// <returns>The findings.</returns>
    public static IEnumerable<ResilienceFinding> Run(StackPicture picture) => All.SelectMany(check => check.Run(picture));
}
