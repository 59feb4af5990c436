using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Where a launch goes: subnets, security groups and addresses.</summary>
/// <param name="state">The account's state.</param>
/// <param name="region">The Region.</param>
internal sealed class LaunchNetwork(SandboxState state, string region)
{
    private readonly NetworkState _network = NetworkState.Of(state);

    /// <summary>The interfaces of each instance.</summary>
    /// <exception cref="ServiceError">The parameters name what is not there, or do not go together.</exception>
    public IReadOnlyList<LaunchInterface> Plan(JsonObject parameters, InstanceTypeFacts type)
    {
        if (parameters["NetworkInterfaces"] is not JsonArray { Count: > 0 } interfaces)
        {
            return [Primary(parameters, type)];
        }

        Refuse(parameters, "SubnetId", "Network interfaces and an instance-level subnet ID may not be specified on the same request");
        Refuse(parameters, "SecurityGroupIds", "Network interfaces and an instance-level security groups may not be specified on the same request");
        Refuse(parameters, "SecurityGroups", "Network interfaces and an instance-level security groups may not be specified on the same request");
        Refuse(parameters, "PrivateIpAddress", "Network interfaces and an instance-level private IP address may not be specified on the same request");
        if (interfaces.Count > type.NetworkInterfaces)
        {
            throw new ServiceError(
                "AttachmentLimitExceeded", $"Interface count {interfaces.Count} exceeds the limit for {type.Name}");
        }

        List<LaunchInterface> planned = [.. interfaces.Select(given => Read(given!.AsObject(), parameters, type, interfaces.Count)).OrderBy(made => made.DeviceIndex)];
        return planned.Select(made => made.Subnet.Zone).Distinct().Count() == 1 && planned[0].DeviceIndex == 0
            ? planned
            : throw new ServiceError("InvalidParameterCombination", "The network interfaces must be in one Availability Zone, and the first must have the device index 0");
    }

    private static void Refuse(JsonObject parameters, string name, string message)
    {
        if (parameters[name] is not null and not JsonArray { Count: 0 })
        {
            throw new ServiceError("InvalidParameterCombination", message);
        }
    }

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(value => value!.GetValue<string>())];

    private LaunchInterface Primary(JsonObject parameters, InstanceTypeFacts type)
    {
        IReadOnlyList<string> names = Texts(parameters["SecurityGroups"]);
        if (names.Count > 0 && parameters["SubnetId"] is not null)
        {
            throw new ServiceError("InvalidParameterCombination", "The parameter groupName cannot be used with the parameter subnet");
        }

        Ec2Subnet subnet = SubnetOf(parameters["SubnetId"]?.GetValue<string>(), parameters, type);
        IReadOnlyList<string> ids = [.. Texts(parameters["SecurityGroupIds"]), .. names.Select(name => GroupOf(name, subnet))];
        return new LaunchInterface(0, subnet, GroupsOf(ids, subnet), subnet.MapsPublicIp)
        {
            PrivateIp = AddressOf(parameters["PrivateIpAddress"]?.GetValue<string>(), subnet),
        };
    }

    private LaunchInterface Read(JsonObject given, JsonObject parameters, InstanceTypeFacts type, int count)
    {
        if (given["NetworkInterfaceId"]?.GetValue<string>() is { } id)
        {
            throw Ec2Kinds.NetworkInterface.Unknown(id);
        }

        if (count > 1 && given["AssociatePublicIpAddress"]?.GetValue<bool>() == true)
        {
            throw new ServiceError(
                "InvalidParameterCombination", "The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.");
        }

        Ec2Subnet subnet = SubnetOf(given["SubnetId"]?.GetValue<string>(), parameters, type);
        bool mapped = count == 1 && subnet.MapsPublicIp;
        return new LaunchInterface(
            given["DeviceIndex"] is { } index ? (int)index.GetValue<long>() : 0,
            subnet,
            GroupsOf(Texts(given["Groups"]), subnet),
            given["AssociatePublicIpAddress"]?.GetValue<bool>() ?? mapped)
        {
            PrivateIp = AddressOf(given["PrivateIpAddress"]?.GetValue<string>(), subnet),
            Description = given["Description"]?.GetValue<string>() ?? string.Empty,
            DeleteOnTermination = given["DeleteOnTermination"]?.GetValue<bool>() ?? true,
        };
    }

    private Ec2Subnet SubnetOf(string? id, JsonObject parameters, InstanceTypeFacts type)
    {
        string? zone = ZoneOf(parameters["Placement"]);
        if (id is null)
        {
            return DefaultSubnet(zone, type);
        }

        Ec2Subnet subnet = (Ec2Subnet?)Ec2Kinds.Subnet.Find(state, region, id) ?? throw Ec2Kinds.Subnet.Unknown(id);
        return zone is null || zone == subnet.Zone
            ? subnet
            : throw new ServiceError("InvalidParameterValue", $"The availability zone '{zone}' does not match the zone of the subnet '{id}' ({subnet.Zone})");
    }

    private string? ZoneOf(JsonNode? placement)
    {
        string? given = placement?["AvailabilityZone"]?.GetValue<string>() ?? placement?["AvailabilityZoneId"]?.GetValue<string>();
        return given is null ? null
            : Zones.Find(given) is { } zone && zone.Region == region ? zone.Name
            : throw new ServiceError("InvalidParameterValue", $"Invalid availability zone: [{given}]");
    }

    // Of the zones that offer the type and work, EC2 takes the one that it likes; here it is the first.
    private Ec2Subnet DefaultSubnet(string? zone, InstanceTypeFacts type)
    {
        List<Ec2Subnet> subnets = [.. _network.Subnets.Current.Values.Where(subnet => subnet.Region == region && subnet.IsDefaultForZone).OrderBy(subnet => subnet.Zone, StringComparer.Ordinal)];
        if (subnets.Count == 0)
        {
            throw new ServiceError("VPCIdNotSpecified", "No default VPC for this user");
        }

        if (zone is not null)
        {
            return subnets.Find(subnet => subnet.Zone == zone)
                ?? throw new ServiceError("MissingInput", $"No default subnet for availability zone: '{zone}'.");
        }

        List<string> offering = [.. InstanceTypes.ZonesWith(type, region).Select(offered => offered.Name)];
        List<Ec2Subnet> fit = [.. subnets.Where(subnet => offering.Contains(subnet.Zone))];
        return fit.Find(subnet => !Zones.IsImpaired(state, subnet.Zone)) ?? fit.FirstOrDefault() ?? subnets[0];
    }

    private string GroupOf(string name, Ec2Subnet subnet) =>
        _network.SecurityGroups.Current.Values.FirstOrDefault(group => group.VpcId == subnet.VpcId && group.Name == name)?.Id
        ?? throw new ServiceError("InvalidGroup.NotFound", $"The security group '{name}' does not exist in default VPC '{subnet.VpcId}'");

    /// <summary>Security groups for a subnet: those that are named, or its VPC's default group.</summary>
    /// <exception cref="ServiceError">One is not there, or is of another VPC.</exception>
    public ImmutableSortedSet<string> GroupsOf(IReadOnlyList<string> ids, Ec2Subnet subnet)
    {
        if (ids.Count == 0)
        {
            return [GroupOf("default", subnet)];
        }

        foreach (string id in ids)
        {
            Ec2SecurityGroup group = (Ec2SecurityGroup?)Ec2Kinds.SecurityGroup.Find(state, region, id) ?? throw Ec2Kinds.SecurityGroup.Unknown(id);
            if (group.VpcId != subnet.VpcId)
            {
                throw new ServiceError("InvalidParameter", $"Security group {id} and subnet {subnet.Id} belong to different networks.");
            }
        }

        return [.. ids];
    }

    private string? AddressOf(string? address, Ec2Subnet subnet) => address is null ? null : NetworkInterfaces.Take(state, subnet, address);
}
