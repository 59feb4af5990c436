using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Policies;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a VPC endpoint: a gateway one with routes in route tables, or an interface one with an interface in each subnet.</summary>
internal sealed class CreateVpcEndpoint : Ec2Operation
{
    private const int MaximumGateways = 20;
    private const int MaximumInterfaces = 50;
    private const string Gateway = "Gateway";

    public override JsonObject Execute(OperationCall call)
    {
        Refuse(call, "DnsOptions", "SubnetConfigurations", "ServiceNetworkArn", "ResourceConfigurationArn");
        Ec2VpcEndpoint endpoint = ClientTokens.MadeBefore(call) is { } before ? Ec2Kinds.VpcEndpoint.Require(call, before) : Make(call);
        return new JsonObject { ["VpcEndpoint"] = VpcEndpoints.Write(call, endpoint), ["ClientToken"] = call.Text("ClientToken") };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) =>
    [
        new(Ec2Kinds.VpcEndpoint),
        new(Ec2Kinds.Vpc, call.RequiredText("VpcId")),
        .. call.Texts("RouteTableIds").Select(id => new Ec2Target(Ec2Kinds.RouteTable, id)),
        .. call.Texts("SubnetIds").Select(id => new Ec2Target(Ec2Kinds.Subnet, id)),
        .. call.Texts("SecurityGroupIds").Select(id => new Ec2Target(Ec2Kinds.SecurityGroup, id)),
    ];

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call) =>
        new Dictionary<string, object?> { ["ec2:VpceServiceName"] = call.Text("ServiceName"), ["ec2:VpceServiceOwner"] = "amazon" };

    /// <summary>Leads route tables to a gateway endpoint.</summary>
    internal static void AddRoutes(OperationCall call, Ec2VpcEndpoint endpoint, IEnumerable<string> tables)
    {
        NetworkState network = NetworkState.Of(call.State);
        string destination = EndpointServices.PrefixLists(call.Region)[endpoint.ServiceName];
        foreach (string id in tables.Distinct())
        {
            Ec2RouteTable table = Ec2Kinds.RouteTable.Require(call, id);
            _ = table.VpcId == endpoint.VpcId ? true : throw new ServiceError("InvalidParameter", $"Route table {id} and VPC endpoint belong to different networks");
            _ = !table.Routes.ContainsKey(destination) ? true
                : throw new ServiceError("RouteAlreadyExists", $"route table {id} already has a route with destination-prefix-list-id {destination}");
            network.RouteTables[id] = table with { Routes = table.Routes.Add(destination, new Ec2Route(endpoint.Id, null)) };
        }

    }

    private static Ec2VpcEndpoint Make(OperationCall call)
    {
        Ec2Vpc vpc = Ec2Kinds.Vpc.Require(call, call.RequiredText("VpcId"));
        string service = Required(call, "ServiceName");
        string type = call.Text("VpcEndpointType") ?? Gateway;
        CheckService(call, service, type);
        CheckPolicy(call.Text("PolicyDocument"));
        var endpoint = new Ec2VpcEndpoint
        {
            Id = call.NewId("vpce-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            VpcId = vpc.Id,
            ServiceName = service,
            Type = type,
            Policy = call.Text("PolicyDocument"),
            Created = call.Now,
            Tags = Ec2Tags.ForNew(call, Ec2Kinds.VpcEndpoint.Type),
        };
        Ec2VpcEndpoint made = type == Gateway ? WithRoutes(call, endpoint) : WithInterfaces(call, endpoint, vpc);
        NetworkState.Of(call.State).Endpoints[made.Id] = made;
        ClientTokens.Remember(call, made.Id);
        return made;
    }

    private static void CheckService(OperationCall call, string service, string type)
    {
        IReadOnlyList<string> types = EndpointServices.TypesOf(call.Region, service);
        if (types.Count == 0)
        {
            throw new ServiceError("InvalidServiceName", $"The Vpc Endpoint Service '{service}' does not exist");
        }

        if (!types.Contains(type))
        {
            throw new ServiceError("InvalidParameter", $"Endpoint type ({type}) does not match available service types ([{string.Join(", ", types)}]).");
        }
    }

    private static void CheckPolicy(string? text)
    {
        if (text is not null && !PolicyDocument.TryParse(text, out _, out _))
        {
            throw new ServiceError("InvalidPolicyDocument", "Policy document is not a valid JSON policy document");
        }
    }

    private static Ec2VpcEndpoint WithRoutes(OperationCall call, Ec2VpcEndpoint endpoint)
    {
        if (call.Texts("SubnetIds").Count > 0 || call.Texts("SecurityGroupIds").Count > 0 || call.Flag("PrivateDnsEnabled"))
        {
            throw new ServiceError("InvalidParameter", "Subnets, security groups and private DNS are of interface endpoints, and not of gateway endpoints.");
        }

        RequireRoom(call, MaximumGateways, other => other.Type == Gateway);
        AddRoutes(call, endpoint, call.Texts("RouteTableIds"));
        return endpoint with { RouteTableIds = [.. call.Texts("RouteTableIds")] };
    }

    private static Ec2VpcEndpoint WithInterfaces(OperationCall call, Ec2VpcEndpoint endpoint, Ec2Vpc vpc)
    {
        if (call.Texts("RouteTableIds").Count > 0)
        {
            throw new ServiceError("InvalidParameter", "Route tables are of gateway endpoints, and not of interface endpoints.");
        }

        if (call.Flag("PrivateDnsEnabled") && !(vpc.DnsSupport && vpc.DnsHostnames))
        {
            throw new ServiceError(
                "InvalidParameter", $"Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for {vpc.Id}");
        }

        RequireRoom(call, MaximumInterfaces, other => other.Type != Gateway && other.VpcId == vpc.Id);
        List<Ec2Subnet> subnets = [.. call.Texts("SubnetIds").Distinct().Select(id => Ec2Kinds.Subnet.Require(call, id))];
        _ = subnets.TrueForAll(subnet => subnet.VpcId == vpc.Id) ? true : throw new ServiceError("InvalidParameter", $"The subnets are not all in the VPC {vpc.Id}");
        _ = subnets.DistinctBy(subnet => subnet.Zone).Count() == subnets.Count ? true
            : throw new ServiceError("DuplicateSubnetsInSameZone", "Found another VPC endpoint subnet in the availability zone: one subnet per zone");
        ImmutableSortedSet<string> groups = GroupsOf(call, vpc);
        List<Ec2NetworkInterface> made = [.. subnets.Select(subnet => InterfaceOf(call, endpoint, subnet, groups))];
        made.ForEach(one => NetworkState.Of(call.State).NetworkInterfaces[one.Id] = one);
        return endpoint with
        {
            SubnetIds = [.. subnets.Select(subnet => subnet.Id)],
            SecurityGroupIds = groups,
            PrivateDns = call.Flag("PrivateDnsEnabled"),
            NetworkInterfaceIds = [.. made.Select(one => one.Id)],
        };
    }

    private static void RequireRoom(OperationCall call, int maximum, Func<Ec2VpcEndpoint, bool> counts)
    {
        if (Ec2Kinds.VpcEndpoint.In(call).Count(counts) >= maximum)
        {
            throw new ServiceError("VpcEndpointLimitExceeded", "The maximum number of VPC endpoints has been reached.");
        }
    }

    private static ImmutableSortedSet<string> GroupsOf(OperationCall call, Ec2Vpc vpc)
    {
        IReadOnlyList<string> ids = call.Texts("SecurityGroupIds");
        List<Ec2SecurityGroup> groups = ids.Count == 0
            ? [.. Ec2Kinds.SecurityGroup.In(call).Where(group => group.VpcId == vpc.Id && SecurityGroups.IsDefault(group))]
            : [.. ids.Select(id => Ec2Kinds.SecurityGroup.Require(call, id))];
        return groups.TrueForAll(group => group.VpcId == vpc.Id) ? [.. groups.Select(group => group.Id)]
            : throw new ServiceError("InvalidGroup.NotFound", $"The security groups are not all in the VPC {vpc.Id}");
    }

    private static Ec2NetworkInterface InterfaceOf(OperationCall call, Ec2VpcEndpoint endpoint, Ec2Subnet subnet, ImmutableSortedSet<string> groups) => new()
    {
        Id = call.NewId("eni-", 17, IdGenerator.Hexadecimal),
        Region = call.Region,
        SubnetId = subnet.Id,
        VpcId = subnet.VpcId,
        Zone = subnet.Zone,
        PrivateIp = NetworkInterfaces.NextAddress(call.State, subnet),
        SecurityGroupIds = groups,
        Description = $"VPC Endpoint Interface {endpoint.Id}",
        Kind = "vpc_endpoint",
        RequesterId = "amazon-aws",
        AttachmentId = call.NewId("ela-attach-", 17, IdGenerator.Hexadecimal),
        DeviceIndex = 1,
        DeleteOnTermination = false,
        Created = call.Now,
    };
}
