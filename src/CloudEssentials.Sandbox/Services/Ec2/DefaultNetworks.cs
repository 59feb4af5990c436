using System.Collections.Immutable;
using CloudEssentials.Regions;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// The default network of each Region, as every account has it: a VPC 172.31.0.0/16, a public subnet of 4,096 addresses in each zone, a
/// gateway, a route table, a security group. See "Default VPCs" in the Amazon VPC User Guide. It is made when the Region is first used.
/// </summary>
internal sealed class DefaultNetworks : Upkeep
{
    protected override bool IsDue(SandboxState state, ServiceTarget target) => !NetworkState.Of(state).RegionsWithDefaults.Contains(target.Region);

    protected override void Run(SandboxState state, ServiceTarget target)
    {
        state.MakeSeenAtOnce();
        NetworkState network = NetworkState.Of(state);
        string region = target.Region;
        network.RegionsWithDefaults[region] = new SeededRegion(region);
        var vpc = new Ec2Vpc { Id = Id("vpc"), Region = region, CidrBlock = "172.31.0.0/16", IsDefault = true, DnsHostnames = true };
        network.Vpcs[vpc.Id] = vpc;
        var gateway = new Ec2InternetGateway { Id = Id("igw"), Region = region, VpcId = vpc.Id };
        network.InternetGateways[gateway.Id] = gateway;
        string table = Id("rtb");
        network.RouteTables[table] = new Ec2RouteTable
        {
            Id = table,
            Region = region,
            VpcId = vpc.Id,
            MainAssociationId = Id("rtbassoc"),
            Routes = ImmutableSortedDictionary<string, Ec2Route>.Empty.Add("0.0.0.0/0", new Ec2Route(gateway.Id, null)),
        };
        string group = Id("sg");
        network.SecurityGroups[group] = SecurityGroups.Default(group, vpc, Id("sgr-in"), Id("sgr-out"));
        int index = 0;
        foreach (ZoneFacts zone in RegionCatalog.Default.Get(region).Zones.Where(zone => zone.Type == ZoneType.AvailabilityZone))
        {
            string subnet = Id($"subnet-{zone.Name}");
            network.Subnets[subnet] = new Ec2Subnet
            {
                Id = subnet,
                Region = region,
                VpcId = vpc.Id,
                CidrBlock = $"172.31.{16 * index++}.0/20",
                Zone = zone.Name,
                ZoneId = zone.SampleId ?? string.Empty,
                IsDefaultForZone = true,
                MapsPublicIp = true,
            };
        }

        string Id(string kind) => $"{kind.Split('-')[0]}-{IdGenerator.Make(state.Account.Value.Seed, $"default-{kind}:{region}", 0, 17, IdGenerator.Hexadecimal)}";
    }
}
