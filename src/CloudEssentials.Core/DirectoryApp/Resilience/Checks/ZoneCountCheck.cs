using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>Load balancer and group use two zones at least: https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html.</summary>
internal sealed class ZoneCountCheck : ResilienceCheck
{
    private const int Fewest = 2;

    public override string Name => "ZoneCount";

    public override StackParts Needs => StackParts.LoadBalancer | StackParts.Group;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        yield return Count(picture, picture.LoadBalancer!.Name, picture.LoadBalancer.Zones, "has nodes in");
        yield return Count(picture, picture.Group!.Name, picture.Group.Zones, "launches in");
    }

    private static ResilienceResult Count(StackPicture picture, string subject, IReadOnlyList<string> zones, string does)
    {
        string evidence = $"{subject} {does} {(zones.Count == 0 ? "no zone" : string.Join(", ", zones))}.";
        return zones.Count >= Fewest
            ? Pass(subject, evidence, $"{FactText.Count(zones.Count, "zone")} are in use.")
            : Fail(subject, evidence, "With its only zone the application is lost.", StackCommand.Of(picture));
    }
}
