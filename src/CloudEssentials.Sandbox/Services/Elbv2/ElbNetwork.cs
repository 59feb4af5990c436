using System.Collections.Immutable;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Where load balancers stand: their subnets, their security groups, and the network interfaces that they have there.</summary>
internal static class ElbNetwork
{
    private const int NeededAddresses = 8;
    private const string Requester = "amazon-elb";

    /// <summary>The subnets that a call names, by the rules for application load balancers.</summary>
    /// <exception cref="ServiceError">They do not do.</exception>
    public static IReadOnlyList<Ec2Subnet> Subnets(OperationCall call)
    {
        IReadOnlyList<string> plain = call.Texts("Subnets");
        List<string> mapped = [.. call.Structures("SubnetMappings").Select(mapping => mapping["SubnetId"]?.GetValue<string>()).OfType<string>()];
        if (plain.Count > 0 && mapped.Count > 0)
        {
            throw ElbErrors.Configuration("You cannot specify both subnets and subnet mappings");
        }

        List<Ec2Subnet> subnets = [.. plain.Concat(mapped).Distinct().Select(id => Subnet(call, id))];
        if (subnets.Count < 2)
        {
            throw ElbErrors.Validation("At least two subnets in two different Availability Zones must be specified");
        }

        if (subnets.Select(subnet => subnet.VpcId).Distinct().Count() > 1)
        {
            throw ElbErrors.Configuration("All subnets must belong to the same VPC");
        }

        return subnets.Select(subnet => subnet.Zone).Distinct().Count() < subnets.Count
            ? throw ElbErrors.Configuration("A load balancer cannot be attached to multiple subnets in the same Availability Zone")
            : subnets;
    }

    /// <summary>The security groups that a call names; the VPC's default one if it names none.</summary>
    /// <exception cref="ServiceError">One is not there, or in another VPC.</exception>
    public static ImmutableSortedSet<string> SecurityGroups(OperationCall call, string vpcId)
    {
        ResourceTable<Ec2SecurityGroup> groups = NetworkState.Of(call.State).SecurityGroups;
        IReadOnlyList<string> ids = call.Texts("SecurityGroups");
        if (ids.Count == 0)
        {
            return [groups.Current.Values.First(group => group.VpcId == vpcId && group.Name == "default").Id];
        }

        foreach (string id in ids)
        {
            if (!groups.TryGet(id, out Ec2SecurityGroup? group) || group.Region != call.Region)
            {
                throw new ServiceError("InvalidSecurityGroup", $"The security group '{id}' does not exist");
            }

            if (group.VpcId != vpcId)
            {
                throw ElbErrors.Configuration($"One or more security groups are invalid: '{id}' does not belong to VPC '{vpcId}'");
            }
        }

        return [.. ids];
    }

    /// <exception cref="ServiceError">A subnet has no room, or is not for the internet.</exception>
    public static void RequireUsable(OperationCall call, IEnumerable<Ec2Subnet> subnets, bool isInternetFacing)
    {
        foreach (Ec2Subnet subnet in subnets)
        {
            if (isInternetFacing && !NetworkState.Of(call.State).InternetGateways.Current.Values.Any(gateway => gateway.VpcId == subnet.VpcId))
            {
                throw new ServiceError("InvalidSubnet", $"VPC {subnet.VpcId} has no internet gateway");
            }

            if (NetworkInterfaces.FreeAddresses(call.State, subnet) < NeededAddresses)
            {
                throw new ServiceError("InvalidSubnet", $"Not enough IP space available in {subnet.Id}. ELB requires at least {NeededAddresses} free IP addresses in each subnet.");
            }
        }
    }

    /// <summary>The interfaces of a load balancer that are there.</summary>
    public static IEnumerable<Ec2NetworkInterface> InterfacesOf(SandboxState state, ElbLoadBalancer balancer) =>
        NetworkInterfaces.In(state, balancer.Region).Where(made => made.RequesterId == Requester && made.Description == DescriptionOf(balancer) && made.GoneAt is null);

    /// <summary>Gives a load balancer an interface in each of its subnets, and takes away those in others.</summary>
    public static void Attach(SandboxState state, ElbLoadBalancer balancer)
    {
        ResourceTable<Ec2NetworkInterface> table = NetworkState.Of(state).NetworkInterfaces;
        List<Ec2NetworkInterface> there = [.. InterfacesOf(state, balancer)];
        Release(state, there.Where(made => !balancer.SubnetIds.Contains(made.SubnetId)));
        foreach (Ec2NetworkInterface kept in there.Where(made => balancer.SubnetIds.Contains(made.SubnetId) && !made.SecurityGroupIds.SetEquals(balancer.SecurityGroupIds)))
        {
            table[kept.Id] = kept with { SecurityGroupIds = balancer.SecurityGroupIds };
        }

        foreach (string id in balancer.SubnetIds.Where(id => !there.Exists(made => made.SubnetId == id)))
        {
            Ec2Subnet subnet = NetworkState.Of(state).Subnets[id];
            var made = new Ec2NetworkInterface
            {
                Id = state.NewId("eni-", 17, IdGenerator.Hexadecimal),
                Region = balancer.Region,
                SubnetId = id,
                VpcId = balancer.VpcId,
                Zone = subnet.Zone,
                PrivateIp = NetworkInterfaces.NextAddress(state, subnet),
                PublicIp = balancer.Scheme == "internet-facing" ? NetworkInterfaces.NewPublicAddress(state) : null,
                SecurityGroupIds = balancer.SecurityGroupIds,
                Description = DescriptionOf(balancer),
                RequesterId = Requester,
                AttachmentId = state.NewId("ela-attach-", 17, IdGenerator.Hexadecimal),
                DeviceIndex = 1,
                DeleteOnTermination = false,
                Created = state.Now,
            };
            table[made.Id] = made;
        }
    }

    /// <summary>Takes a load balancer's interfaces away, which on AWS takes a while after the load balancer is gone.</summary>
    public static void Detach(SandboxState state, ElbLoadBalancer balancer) => Release(state, InterfacesOf(state, balancer));

    private static void Release(SandboxState state, IEnumerable<Ec2NetworkInterface> interfaces)
    {
        foreach (Ec2NetworkInterface made in interfaces.ToList())
        {
            NetworkState.Of(state).NetworkInterfaces[made.Id] = made with { GoneAt = state.Now + state.Options.Timings.LoadBalancerInterfaces };
        }
    }

    private static Ec2Subnet Subnet(OperationCall call, string id) =>
        NetworkState.Of(call.State).Subnets.TryGet(id, out Ec2Subnet? subnet) && subnet.Region == call.Region
            ? subnet
            : throw new ServiceError("SubnetNotFound", $"The subnet ID '{id}' does not exist");

    private static string DescriptionOf(ElbLoadBalancer balancer) => $"ELB {balancer.Path}";
}
