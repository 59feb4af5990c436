using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>Instances behind NAT gateways reach their data past them, and no endpoint is in one zone alone.</summary>
internal sealed class EndpointCheck : ResilienceCheck
{
    public override string Name => "Endpoint";

    public override StackParts Needs => StackParts.Group | StackParts.Subnets | StackParts.RouteTables | StackParts.NatGateways | StackParts.Endpoints;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        List<ResilienceResult> faults = [.. Single(picture), .. Without(picture)];
        foreach (ResilienceResult fault in faults)
            yield return fault;
        if (faults.Count == 0)
            yield return Pass(picture.AppName, picture.Endpoints.Count == 0 ? "There are no endpoints." : $"{string.Join(", ", picture.Endpoints.Select(endpoint => $"{endpoint.Id} ({endpoint.Service})"))}.", "The way to the data is lost with no single zone.");
    }

    private static IEnumerable<ResilienceResult> Single(StackPicture picture)
    {
        foreach (StackEndpoint endpoint in picture.Endpoints)
        {
            string[] zones = [.. picture.Subnets.Where(subnet => endpoint.SubnetIds.Contains(subnet.Id)).Select(subnet => subnet.Zone).Distinct()];
            if (endpoint.SubnetIds.Count > 0 && zones.Length == 1 && picture.Group!.Zones.Count > 1)
            {
                yield return Fail(
                    endpoint.Id,
                    $"The endpoint of {endpoint.Service} has interfaces in {zones[0]} alone.",
                    $"With {zones[0]} the other zones lose it.",
                    $"aws ec2 modify-vpc-endpoint --region {picture.Region} --vpc-endpoint-id {endpoint.Id} --add-subnet-ids {string.Join(' ', picture.GroupSubnets.Where(subnet => subnet.Zone != zones[0]).Select(subnet => subnet.Id))}");
            }
        }
    }

    private static IEnumerable<ResilienceResult> Without(StackPicture picture)
    {
        string[] zones = [.. picture.GroupSubnets.Where(subnet => WayOut.Of(picture, subnet.Id).IsNat && !WayOut.HasEndpoints(picture, subnet.Id)).Select(subnet => subnet.Zone)];
        if (zones.Length > 0)
        {
            yield return Warn(
                picture.AppName,
                $"In {FactText.List(zones)} not both of S3 and DynamoDB have a gateway endpoint.",
                "Photos and employees are reached through the NAT gateway, and lost with it.",
                StackCommand.Of(picture));
        }
    }
}
