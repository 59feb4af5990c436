namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>
/// Instances of each zone reach the internet, from which they install the application, through that zone alone:
/// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html, "NAT gateway basics".
/// </summary>
internal sealed class OutboundPathCheck : ResilienceCheck
{
    public override string Name => "OutboundPath";

    public override StackParts Needs => StackParts.Group | StackParts.Subnets | StackParts.RouteTables | StackParts.NatGateways;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        List<(StackSubnet Subnet, WayOut Way)> ways = [.. picture.GroupSubnets.Select(subnet => (subnet, WayOut.Of(picture, subnet.Id)))];
        List<ResilienceResult> faults = [.. Closed(picture, ways), .. Shared(picture, ways)];
        foreach (ResilienceResult fault in faults)
            yield return fault;
        if (ways.Count == 0)
            yield return new(Accounts.FindingStatus.Unknown, picture.Group!.Name, "", "The group launches in subnets that do not bear the application's tag, whose routes were not asked for.", StackCommand.Of(picture));
        else if (faults.Count == 0)
            yield return Pass(picture.Group!.Name, $"{string.Join("; ", ways.Select(way => $"{way.Subnet.Zone} through {way.Way.GatewayId}"))}.", "Each zone's way to the internet is lost with no other zone.");
    }

    private static IEnumerable<ResilienceResult> Closed(StackPicture picture, List<(StackSubnet Subnet, WayOut Way)> ways) => ways.Where(way => !way.Way.IsOpen).Select(way => Fail(
        way.Subnet.Name,
        way.Way.GatewayId is { } gateway ? $"{way.Subnet.Id} in {way.Subnet.Zone} goes through {gateway}, which does not work." : $"{way.Subnet.Id} in {way.Subnet.Zone} has no route to the internet.",
        "A new instance there cannot install the application.",
        StackCommand.Of(picture)));

    private static IEnumerable<ResilienceResult> Shared(StackPicture picture, List<(StackSubnet Subnet, WayOut Way)> ways)
    {
        foreach (IGrouping<string, (StackSubnet Subnet, WayOut Way)> gateway in ways.Where(way => way.Way is { IsOpen: true, Zone: not null }).GroupBy(way => way.Way.GatewayId!))
        {
            string home = gateway.First().Way.Zone!;
            string[] others = [.. gateway.Select(way => way.Subnet.Zone).Where(zone => zone != home).Distinct()];
            if (others.Length > 0)
            {
                yield return Fail(
                    gateway.Key,
                    $"{gateway.Key} in {home} serves {string.Join(", ", gateway.Select(way => way.Subnet.Zone))}.",
                    $"With {home}, {string.Join(", ", others)} loses its way to the internet, and new instances cannot install the application.",
                    StackCommand.Of(picture, spec => spec with { NatGateway = NatGatewayMode.PerZone }));
            }
        }
    }
}
