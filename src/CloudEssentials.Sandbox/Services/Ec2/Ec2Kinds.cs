namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The kinds of resource that the sandbox has, and which one an id is of.</summary>
internal static class Ec2Kinds
{
    private const string Absent = "' does not exist";

    public static Ec2KindOf<Ec2Vpc> Vpc { get; } = new("vpc", "vpc-", state => NetworkState.Of(state).Vpcs)
    {
        NotFoundCode = "InvalidVpcID.NotFound",
        MalformedCode = "InvalidVpcID.Malformed",
        NotFoundMessage = id => $"The vpc ID '{id}{Absent}",
        Context = (_, vpc) => [("ec2:VpcID", vpc.Id), ("ec2:Tenancy", vpc.Tenancy)],
    };

    public static Ec2KindOf<Ec2Subnet> Subnet { get; } = new("subnet", "subnet-", state => NetworkState.Of(state).Subnets)
    {
        NotFoundCode = "InvalidSubnetID.NotFound",
        MalformedCode = "InvalidSubnetID.Malformed",
        NotFoundMessage = id => $"The subnet ID '{id}{Absent}",
        Context = (call, subnet) =>
        [
            ("ec2:SubnetID", subnet.Id), ("ec2:Vpc", VpcArn(call, subnet.VpcId)), ("ec2:AvailabilityZone", subnet.Zone),
            ("ec2:AvailabilityZoneId", subnet.ZoneId),
        ],
    };

    public static Ec2KindOf<Ec2InternetGateway> InternetGateway { get; } = new("internet-gateway", "igw-", state => NetworkState.Of(state).InternetGateways)
    {
        NotFoundCode = "InvalidInternetGatewayID.NotFound",
        MalformedCode = "InvalidInternetGatewayId.Malformed",
        NotFoundMessage = id => $"The internetGateway ID '{id}{Absent}",
        Context = (_, gateway) => [("ec2:InternetGatewayID", gateway.Id)],
    };

    public static Ec2KindOf<Ec2NatGateway> NatGateway { get; } = new("natgateway", "nat-", state => NetworkState.Of(state).NatGateways)
    {
        NotFoundCode = "NatGatewayNotFound",
        MalformedCode = "NatGatewayMalformed",
        NotFoundMessage = id => $"The Nat Gateway {id} was not found",
        IsThere = NatGateways.IsVisible,
    };

    public static Ec2KindOf<Ec2Address> Address { get; } = new("elastic-ip", "eipalloc-", state => NetworkState.Of(state).Addresses)
    {
        NotFoundCode = "InvalidAllocationID.NotFound",
        MalformedCode = "InvalidAllocationID.NotFound",
        NotFoundMessage = id => $"The allocation ID '{id}{Absent}",
        Context = (_, address) => [("ec2:AllocationId", address.Id), ("ec2:Domain", "vpc"), ("ec2:PublicIpAddress", address.PublicIp)],
    };

    public static Ec2KindOf<Ec2VpcEndpoint> VpcEndpoint { get; } = new("vpc-endpoint", "vpce-", state => NetworkState.Of(state).Endpoints)
    {
        NotFoundCode = "InvalidVpcEndpointId.NotFound",
        MalformedCode = "InvalidVpcEndpointId.Malformed",
        NotFoundMessage = id => $"The Vpc Endpoint Id '{id}{Absent}",
        Context = (_, endpoint) => [("ec2:VpceServiceName", endpoint.ServiceName)],
    };

    public static Ec2KindOf<Ec2RouteTable> RouteTable { get; } = new("route-table", "rtb-", state => NetworkState.Of(state).RouteTables)
    {
        NotFoundCode = "InvalidRouteTableID.NotFound",
        MalformedCode = "InvalidRouteTableId.Malformed",
        NotFoundMessage = id => $"The routeTable ID '{id}{Absent}",
        Context = (call, table) => [("ec2:RouteTableID", table.Id), ("ec2:Vpc", VpcArn(call, table.VpcId))],
    };

    public static Ec2KindOf<Ec2SecurityGroup> SecurityGroup { get; } = new("security-group", "sg-", state => NetworkState.Of(state).SecurityGroups)
    {
        NotFoundCode = "InvalidGroup.NotFound",
        MalformedCode = "InvalidGroupId.Malformed",
        NotFoundMessage = id => $"The security group '{id}{Absent}",
        Context = (call, group) => [("ec2:SecurityGroupID", group.Id), ("ec2:Vpc", VpcArn(call, group.VpcId))],
    };

    public static SecurityGroupRuleKind SecurityGroupRule { get; } = new()
    {
        NotFoundCode = "InvalidSecurityGroupRuleId.NotFound",
        MalformedCode = "InvalidSecurityGroupRuleId.Malformed",
        NotFoundMessage = id => $"The security group rule ID '{id}{Absent}",
    };

    public static Ec2KindOf<Ec2NetworkInterface> NetworkInterface { get; } = new("network-interface", "eni-", state => NetworkState.Of(state).NetworkInterfaces)
    {
        NotFoundCode = "InvalidNetworkInterfaceID.NotFound",
        MalformedCode = "InvalidNetworkInterfaceId.Malformed",
        NotFoundMessage = id => $"The networkInterface ID '{id}{Absent}",
        IsThere = (state, made) => NetworkInterfaces.IsThere(made, state.Now),
        Context = (call, made) =>
        [
            ("ec2:NetworkInterfaceID", made.Id), ("ec2:Vpc", VpcArn(call, made.VpcId)), ("ec2:AvailabilityZone", made.Zone),
            ("ec2:Subnet", Subnet!.Arn(call, made.SubnetId)),
        ],
    };

    public static Ec2KindOf<Ec2KeyPair> KeyPair { get; } = new("key-pair", "key-", state => NetworkState.Of(state).KeyPairs)
    {
        NotFoundCode = "InvalidKeyPair.NotFound",
        MalformedCode = "InvalidKeyPair.NotFound",
        NotFoundMessage = id => $"The key pair '{id}{Absent}",
        Context = (_, pair) => [("ec2:KeyPairName", pair.Name), ("ec2:KeyPairType", pair.Type)],
        ArnName = pair => pair.Name,
    };

    /// <summary>All kinds, those of instances and what belongs to them included.</summary>
    public static IReadOnlyList<Ec2Kind> All { get; } =
    [
        Vpc, Subnet, InternetGateway, NatGateway, Address, VpcEndpoint, RouteTable, SecurityGroup, SecurityGroupRule, NetworkInterface, KeyPair,
        .. InstanceKinds.All,
    ];

    /// <summary>The kind whose ids begin as this one does, or null.</summary>
    public static Ec2Kind? OfId(string id) => All.FirstOrDefault(kind => id.StartsWith(kind.Prefix, StringComparison.Ordinal));

    public static string VpcArn(OperationCall call, string id) => Vpc.Arn(call, id);
}
