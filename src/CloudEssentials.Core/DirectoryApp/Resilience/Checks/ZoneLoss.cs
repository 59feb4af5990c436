using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>What becomes of an application when one zone is lost.</summary>
internal sealed class ZoneLoss
{
    private readonly StackPicture _picture;
    private readonly StackGroup _group;
    private readonly string _zone;
    private readonly List<StackTarget> _staying;
    private readonly List<StackSubnet> _elsewhere;
    private readonly bool _isRouteSeen;

    internal ZoneLoss(StackPicture picture, string zone)
    {
        _picture = picture;
        _group = picture.Group!;
        _zone = zone;
        _staying = [.. picture.HealthyOutside(zone)];
        _elsewhere = [.. picture.GroupSubnets.Where(subnet => subnet.Zone != zone)];
        _isRouteSeen = !picture.Refused(StackParts.Subnets | StackParts.RouteTables | StackParts.NatGateways | StackParts.Endpoints).Any();
    }

    private IReadOnlyList<string> OtherZones => [.. _group.Zones.Where(other => other != _zone)];

    private bool HasNode => _picture.LoadBalancer!.Zones.Any(other => other != _zone);

    /// <summary>The zones that lose their way to the internet with this one.</summary>
    private IReadOnlyList<string> CutOff => _isRouteSeen ? [.. _elsewhere.Where(subnet => !WayOut.Of(_picture, subnet.Id).Survives(_zone)).Select(subnet => subnet.Zone).Distinct()] : [];

    // An instance without the way out and without endpoints has neither photos nor employees.
    private IReadOnlyList<string> WithoutData => _isRouteSeen
        ? [.. _elsewhere.Where(subnet => CutOff.Contains(subnet.Zone) && !WayOut.HasEndpoints(_picture, subnet.Id)).Select(subnet => subnet.Zone).Distinct()]
        : [];

    private List<StackTarget> Answering => [.. _staying.Where(target => !WithoutData.Contains(target.Zone!))];

    /// <summary>The row of the zone.</summary>
    internal ResilienceResult Judge()
    {
        bool answers = Answering.Count > 0 && HasNode;
        bool restores = Restoring.Count > 0;
        FindingStatus status = !answers ? FindingStatus.Fail
            : !restores || CutOff.Count > 0 ? FindingStatus.Warning
            : _isRouteSeen ? FindingStatus.Pass : FindingStatus.Unknown;
        return new(status, _zone, Evidence(), $"{Answer(answers)} {Restoration()} {Outbound()}", status is FindingStatus.Pass or FindingStatus.Unknown ? "" : Remedy());
    }

    /// <summary>The zones in which the group can bring back what is lost: what it launches there can install the application.</summary>
    private IReadOnlyList<string> Restoring => IsHindered ? [] : [.. OtherZones.Except(CutOff)];

    private bool IsHindered => _group.SuspendedProcesses.Intersect(SuspendedProcessCheck.Vital).Any();

    private string Evidence()
    {
        string stay = $"{_staying.Count} of {FactText.Count(_picture.Healthy.Count, "healthy target")} {(_staying.Count == 1 ? "stays" : "stay")}";
        return _staying.Count == 0 ? $"{stay}." : $"{stay}: {FactText.List(_staying.Select(target => $"{target.Id} in {target.Zone}"))}.";
    }

    private string Answer(bool answers) => answers ? $"The application answers from {string.Join(", ", Answering.Select(target => target.Zone).Distinct())}."
        : !HasNode ? "The application does not answer: the load balancer has no node elsewhere."
        : _staying.Count == 0 ? "The application does not answer: no healthy target is elsewhere."
        : $"The application does not answer: {string.Join(", ", WithoutData)} reaches photos and employees through {_zone} alone.";

    private string Restoration() => IsHindered ? "The group replaces nothing while its processes are suspended."
        : OtherZones.Count == 0 ? "The group has no other zone to launch in."
        : Restoring.Count == 0 ? "What the group launches elsewhere cannot install the application."
        : $"The group brings {FactText.Count(_group.DesiredCapacity, "instance")} back in {string.Join(", ", Restoring)}.";

    private string Outbound() => !_isRouteSeen ? $"Whether outbound traffic works was not seen: {string.Join(" ", _picture.Refused(StackParts.Subnets | StackParts.RouteTables | StackParts.NatGateways | StackParts.Endpoints).Take(1).Select(refusal => refusal.Message))}"
        : CutOff.Count > 0 ? $"Outbound traffic of {string.Join(", ", CutOff)} is lost."
        : OtherZones.Count > 0 ? "Outbound traffic works elsewhere."
        : "Nothing else has outbound traffic.";

    private string Remedy() => IsHindered
        ? $"aws autoscaling resume-processes --region {_picture.Region} --auto-scaling-group-name {_group.Name}"
        : StackCommand.Of(_picture, spec => TargetSpreadCheck.AtLeastTwo(CutOff.Count > 0 && _picture.NatGateways.Count > 0 ? spec with { NatGateway = NatGatewayMode.PerZone } : spec));
}
