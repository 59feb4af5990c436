using System.Net;
using System.Text.Json.Nodes;
using CloudEssentials.Regions;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a subnet in one zone of a VPC.</summary>
internal sealed class CreateSubnet : Ec2Operation
{
    private const int Maximum = 200;

    public override JsonObject Execute(OperationCall call)
    {
        Refuse(call, "Ipv6CidrBlock", "OutpostArn", "Ipv4IpamPoolId", "Ipv4NetmaskLength", "Ipv6IpamPoolId", "Ipv6NetmaskLength");
        if (call.Flag("Ipv6Native"))
        {
            Refuse(call, "Ipv6Native");
        }

        Ec2Vpc vpc = Ec2Kinds.Vpc.Require(call, call.RequiredText("VpcId"));
        List<Ec2Subnet> others = [.. Ec2Kinds.Subnet.In(call).Where(subnet => subnet.VpcId == vpc.Id)];
        IPNetwork range = Range(Required(call, "CidrBlock"), vpc, others);
        ZoneFacts zone = Zone(call, others);
        if (others.Count >= Maximum)
        {
            throw new ServiceError("SubnetLimitExceeded", "The maximum number of subnets has been reached.");
        }

        var made = new Ec2Subnet
        {
            Id = call.NewId("subnet-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            VpcId = vpc.Id,
            CidrBlock = range.ToString(),
            Zone = zone.Name,
            ZoneId = zone.SampleId ?? string.Empty,
            Tags = Ec2Tags.ForNew(call, "subnet"),
        };
        NetworkState.Of(call.State).Subnets[made.Id] = made;
        return new JsonObject { ["Subnet"] = Subnets.Write(call, made) };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.Subnet), new(Ec2Kinds.Vpc, call.RequiredText("VpcId"))];

    private static IPNetwork Range(string given, Ec2Vpc vpc, List<Ec2Subnet> others)
    {
        IPNetwork range = Networks.Parse(given)
            ?? throw new ServiceError("InvalidParameterValue", $"Value ({given}) for parameter cidrBlock is invalid. This is not a valid CIDR block.");
        if (range.PrefixLength is < 16 or > 28 || !Networks.IsWithin(range, IPNetwork.Parse(vpc.CidrBlock)))
        {
            throw new ServiceError("InvalidSubnet.Range", $"The CIDR '{given}' is invalid.");
        }

        return others.Exists(other => Networks.Overlap(IPNetwork.Parse(other.CidrBlock), range))
            ? throw new ServiceError("InvalidSubnet.Conflict", $"The CIDR '{given}' conflicts with another subnet")
            : range;
    }

    // Where no zone is named, EC2 takes one; here it is one with the fewest of the VPC's subnets.
    private static ZoneFacts Zone(OperationCall call, List<Ec2Subnet> others)
    {
        List<ZoneFacts> zones = [.. RegionCatalog.Default.Get(call.Region).Zones.Where(zone => zone.Type == ZoneType.AvailabilityZone)];
        string? name = call.Text("AvailabilityZone");
        string? id = call.Text("AvailabilityZoneId");
        if (name is null && id is null)
        {
            return zones.MinBy(zone => others.Count(other => other.Zone == zone.Name))!;
        }

        return zones.Find(zone => (name is null || zone.Name == name) && (id is null || zone.SampleId == id))
            ?? throw new ServiceError(
                "InvalidParameterValue",
                $"Value ({name ?? id}) for parameter {(name is null ? "availabilityZoneId" : "availabilityZone")} is invalid. "
                + $"Subnets can currently only be created in the following availability zones: {string.Join(", ", zones.Select(zone => name is null ? zone.SampleId : zone.Name))}.");
    }
}
