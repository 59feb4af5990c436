using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp;

/// <summary>Judges how an application would bear the loss of a zone: https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html.</summary>
public static class ResilienceChecks
{
    /// <summary>Judges the parts of an application, and the loss of each zone.</summary>
    /// <param name="shape">The application.</param>
    /// <returns>A finding a check, then one a zone.</returns>
    public static IReadOnlyList<ResilienceFinding> Of(DirectoryAppShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return
        [
            Spread(shape, "LoadBalancerZones", "Load balancer", "The load balancer", shape.BalancerZones),
            Spread(shape, "GroupZones", "Auto Scaling group", "The group", shape.GroupZones),
            InstanceSpread(shape),
            MinimumSize(shape),
            HealthCheck(shape),
            NatGateway(shape),
            Bucket(shape),
            Table(shape),
            .. Zones(shape).Select(zone => Loss(shape, zone)),
        ];
    }

    /// <summary>The zones that the application uses.</summary>
    /// <param name="shape">The application.</param>
    /// <returns>The names, in order.</returns>
    public static IReadOnlyList<string> Zones(DirectoryAppShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return [.. shape.BalancerZones.Concat(shape.GroupZones).Concat(shape.Instances.Select(instance => instance.Zone)).Concat(shape.WayOut.Values).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>What the loss of a zone means, by what stands where.</summary>
    /// <param name="shape">The application.</param>
    /// <param name="zone">The zone.</param>
    /// <returns>The finding.</returns>
    public static ResilienceFinding Loss(DirectoryAppShape shape, string zone)
    {
        ArgumentNullException.ThrowIfNull(shape);
        int before = shape.Instances.Count(instance => instance.IsHealthy);
        int after = shape.Instances.Count(instance => instance.IsHealthy && instance.Zone != zone);
        string[] elsewhere = [.. shape.GroupZones.Where(other => other != zone)];
        string[] cutOff = [.. elsewhere.Where(other => shape.WayOut.GetValueOrDefault(other) == zone)];
        bool entry = shape.BalancerZones.Any(other => other != zone);
        (FindingStatus status, string follows, string remedy) = (entry, after, elsewhere.Length, cutOff.Length) switch
        {
            (false, _, _, _) => (FindingStatus.Fail, "The load balancer falls with it, and nothing answers.", Use("two zones at least")),
            (_, _, 0, _) => (FindingStatus.Fail, "The group has no other zone to launch instances in.", Use("two zones at least")),
            (_, 0, _, _) => (FindingStatus.Fail, "Nothing answers until the group has launched instances elsewhere.", "Let -MinSize and -DesiredCapacity be 2 at least, so that each zone has an instance."),
            (_, _, _, > 0) => (FindingStatus.Fail, $"{after} of {before} instances go on, but the NAT gateway is lost: new instances in {string.Join(", ", cutOff)} cannot install the application.", "New-DirectoryApp -NatGateway PerZone gives each zone its own."),
            _ => (FindingStatus.Pass, $"{after} of {before} instances go on answering, and the group launches others in {string.Join(", ", elsewhere)}.", ""),
        };
        return Finding(shape, "ZoneLoss", zone, status, follows, remedy) with { HealthyBefore = before, HealthyLeast = entry ? after : 0 };
    }

    private static ResilienceFinding Spread(DirectoryAppShape shape, string check, string subject, string words, IReadOnlyList<string> zones) => zones.Count >= 2
        ? Finding(shape, check, subject, FindingStatus.Pass, $"{words} uses {zones.Count} zones: {string.Join(", ", zones)}.")
        : Finding(shape, check, subject, FindingStatus.Fail, $"{words} uses {(zones.Count == 0 ? "no zone" : $"{zones[0]} alone")}.", Use("two zones at least"));

    private static ResilienceFinding InstanceSpread(DirectoryAppShape shape)
    {
        IGrouping<string, (string, string Zone, bool)>[] zones = [.. shape.Instances.GroupBy(instance => instance.Zone).OrderByDescending(group => group.Count())];
        string seen = zones.Length == 0 ? "There are no instances." : $"{string.Join(", ", zones.Select(group => $"{group.Count()} in {group.Key}"))}.";
        return zones.Length >= 2
            ? Finding(shape, "InstanceSpread", "Instances", FindingStatus.Pass, seen)
            : Finding(shape, "InstanceSpread", "Instances", FindingStatus.Fail, seen, "The group balances its zones by itself once it has two instances and two zones.");
    }

    private static ResilienceFinding MinimumSize(DirectoryAppShape shape) => shape.Stack.MinSize >= 2
        ? Finding(shape, "MinimumSize", "Auto Scaling group", FindingStatus.Pass, $"There are never fewer than {shape.Stack.MinSize} instances.")
        : Finding(shape, "MinimumSize", "Auto Scaling group", FindingStatus.Fail, $"The group may go down to {shape.Stack.MinSize}: with a single instance, its zone is a single point of failure.", "New-DirectoryApp -MinSize 2.");

    private static ResilienceFinding HealthCheck(DirectoryAppShape shape) => shape.HealthCheckType.Contains("ELB", StringComparison.OrdinalIgnoreCase)
        ? Finding(shape, "HealthCheck", "Auto Scaling group", FindingStatus.Pass, "Instances that do not answer the load balancer are replaced.")
        : Finding(shape, "HealthCheck", "Auto Scaling group", FindingStatus.Fail, "The group looks at the machine alone: an application that does not answer is never replaced.", "Run New-DirectoryApp again: it goes by the load balancer's health checks.");

    private static ResilienceFinding NatGateway(DirectoryAppShape shape)
    {
        if (shape.WayOut.Count == 0)
            return Finding(shape, "NatGateway", "NAT gateway", FindingStatus.Pass, "Instances reach the internet by addresses of their own: there is no NAT gateway that could fail.");
        string[] strangers = [.. shape.WayOut.Where(way => way.Key != way.Value).Select(way => $"{way.Key} by {way.Value}").Order(StringComparer.Ordinal)];
        return strangers.Length == 0
            ? Finding(shape, "NatGateway", "NAT gateway", FindingStatus.Pass, "Each zone has a NAT gateway of its own.")
            : Finding(shape, "NatGateway", "NAT gateway", FindingStatus.Fail, $"One zone reaches the internet through another: {string.Join(", ", strangers)}. A single NAT gateway is a single point of failure.", "New-DirectoryApp -NatGateway PerZone.");
    }

    private static ResilienceFinding Bucket(DirectoryAppShape shape) => shape.KeepsVersions switch
    {
        true => Finding(shape, "PhotoDurability", "Bucket", FindingStatus.Pass, "S3 keeps each photo in three zones at least, and its old versions with it."),
        false => Finding(shape, "PhotoDurability", "Bucket", FindingStatus.Warning, "S3 keeps each photo in three zones at least, but what is overwritten or deleted by mistake is lost.", "Turn the bucket's versioning on."),
        null => Finding(shape, "PhotoDurability", "Bucket", FindingStatus.Unknown, "The bucket may not be looked at, or is not there."),
    };

    private static ResilienceFinding Table(DirectoryAppShape shape) => shape.CanBeRestored switch
    {
        true => Finding(shape, "EmployeeDurability", "Table", FindingStatus.Pass, "DynamoDB keeps each employee in three zones, and the table can be brought back to any second of the last 35 days."),
        false => Finding(shape, "EmployeeDurability", "Table", FindingStatus.Warning, "DynamoDB keeps each employee in three zones, but what is deleted by mistake is lost.", "Turn the table's point-in-time recovery on."),
        null => Finding(shape, "EmployeeDurability", "Table", FindingStatus.Unknown, "The table may not be looked at, or is not there."),
    };

    private static string Use(string zones) => $"Use {zones}: New-DirectoryApp -ZoneCount 2.";

    private static ResilienceFinding Finding(DirectoryAppShape shape, string check, string subject, FindingStatus status, string reason, string remedy = "") => new()
    {
        AppName = shape.Stack.Name,
        Check = check,
        Status = status,
        Subject = subject,
        Reason = reason,
        Remedy = remedy,
        Region = shape.Stack.Region,
        AccountId = shape.Stack.AccountId,
        Source = shape.Stack.Source,
    };
}
