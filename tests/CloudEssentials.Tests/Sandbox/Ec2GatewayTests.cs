using Amazon.EC2;
using Amazon.EC2.Model;
using static CloudEssentials.Tests.Sandbox.Ec2Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class Ec2GatewayTests : IDisposable
{
    private readonly Ec2Sandbox sandbox = new();

    private AmazonEC2Client Client => sandbox.Client;

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task A_NAT_gateway_lives_by_the_clock_and_is_seen_for_an_hour_after_its_end()
    {
        string vpc = await sandbox.Vpc();
        await sandbox.Gateway(vpc);
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string address = await sandbox.Address();
        string table = await sandbox.Table(vpc);

        NatGateway made = (await Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = address, TagSpecifications = Tagged("natgateway", "Name", "exit") })).NatGateway;
        Assert.Equal(("pending", vpc, "public", "exit"), (made.State.Value, made.VpcId, made.ConnectivityType.Value, Assert.Single(made.Tags).Value));
        await Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = made.NatGatewayId });
        Assert.Equal("active", await RouteState());

        sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        NatGateway available = await Described();
        Address taken = Assert.Single((await Client.DescribeAddressesAsync(new DescribeAddressesRequest { AllocationIds = [address] })).Addresses);
        Assert.Equal("available", available.State.Value);
        Assert.Equal((address, taken.PublicIp, taken.AssociationId, taken.NetworkInterfaceId), Only(available));
        await Refused("InvalidIPAddress.InUse", Client.ReleaseAddressAsync(new ReleaseAddressRequest { AllocationId = address }));
        await Refused("Resource.AlreadyAssociated", Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = address }));

        await Client.DeleteNatGatewayAsync(new DeleteNatGatewayRequest { NatGatewayId = made.NatGatewayId });
        Assert.Equal("deleting", (await Described()).State.Value);
        await Refused("InvalidIPAddress.InUse", Client.ReleaseAddressAsync(new ReleaseAddressRequest { AllocationId = address }));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        NatGateway deleted = await Described();
        Assert.Equal("deleted", deleted.State.Value);
        Assert.NotNull(deleted.DeleteTime);
        Assert.Equal("blackhole", await RouteState());
        await Refused("InvalidNatGatewayID.NotFound", Client.ReplaceRouteAsync(new ReplaceRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = made.NatGatewayId }));
        await Client.ReleaseAddressAsync(new ReleaseAddressRequest { AllocationId = address });
        await Client.DeleteSubnetAsync(new DeleteSubnetRequest(subnet));
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        await Refused("NatGatewayNotFound", Client.DescribeNatGatewaysAsync(new DescribeNatGatewaysRequest { NatGatewayIds = [made.NatGatewayId] }));
        await Refused("NatGatewayNotFound", Client.DeleteNatGatewayAsync(new DeleteNatGatewayRequest { NatGatewayId = made.NatGatewayId }));

        async Task<NatGateway> Described() => Assert.Single((await Client.DescribeNatGatewaysAsync(new DescribeNatGatewaysRequest { NatGatewayIds = [made.NatGatewayId] })).NatGateways);

        async Task<string> RouteState() => (await sandbox.DescribedTable(table)).Routes.Single(route => route.NatGatewayId is not null).State.Value;

        static (string, string, string, string) Only(NatGateway gateway)
        {
            NatGatewayAddress one = Assert.Single(gateway.NatGatewayAddresses);
            return (one.AllocationId, one.PublicIp, one.AssociationId, one.NetworkInterfaceId);
        }
    }

    [Fact]
    public async Task A_NAT_gateway_without_an_internet_gateway_fails_as_a_private_one_does_not()
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string address = await sandbox.Address();
        string failing = (await Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = address })).NatGateway.NatGatewayId;
        string secluded = (await Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, ConnectivityType = "private", PrivateIpAddress = "10.1.1.7" })).NatGateway.NatGatewayId;
        sandbox.Clock.Advance(TimeSpan.FromSeconds(10));

        List<NatGateway> failed = (await Client.DescribeNatGatewaysAsync(new DescribeNatGatewaysRequest { Filter = [new("state", ["failed"])] })).NatGateways;
        List<NatGateway> available = (await Client.DescribeNatGatewaysAsync(new DescribeNatGatewaysRequest { Filter = [new("state", ["available"]), new("subnet-id", [subnet])] })).NatGateways;

        Assert.Equal((failing, "Gateway.NotAttached"), (Assert.Single(failed).NatGatewayId, failed[0].FailureCode));
        Assert.Equal((secluded, "10.1.1.7"), (Assert.Single(available).NatGatewayId, Assert.Single(available[0].NatGatewayAddresses).PrivateIp));
        await Client.ReleaseAddressAsync(new ReleaseAddressRequest { AllocationId = address });
    }

    [Fact]
    public async Task NAT_gateways_that_cannot_be_are_refused()
    {
        string vpc = await sandbox.Vpc();
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string address = await sandbox.Address();

        await Refused("MissingParameter", Create(new() { AllocationId = address }));
        await Refused("MissingParameter", Create(new() { SubnetId = subnet }));
        await Refused("InvalidSubnetID.NotFound", Create(new() { SubnetId = "subnet-01234567", AllocationId = address }));
        await Refused("InvalidAllocationID.NotFound", Create(new() { SubnetId = subnet, AllocationId = "eipalloc-01234567" }));
        await Refused("InvalidParameterCombination", Create(new() { SubnetId = subnet, AllocationId = address, ConnectivityType = "private" }));
        await Refused("InvalidParameterValue", Create(new() { SubnetId = subnet, ConnectivityType = "private", PrivateIpAddress = "10.1.1.3" }));
        await Refused("UnsupportedOperation", Create(new() { VpcId = vpc, AvailabilityMode = "regional" }));
        await Refused("NatGatewayMalformed", Client.DeleteNatGatewayAsync(new DeleteNatGatewayRequest { NatGatewayId = "gateway" }));
        await Create(new() { SubnetId = subnet, ConnectivityType = "private", PrivateIpAddress = "10.1.1.10" });
        await Refused("InvalidIPAddress.InUse", Create(new() { SubnetId = subnet, ConnectivityType = "private", PrivateIpAddress = "10.1.1.10" }));
        for (int number = 1; number < 5; number++) await Create(new() { SubnetId = subnet, ConnectivityType = "private" });
        await Refused("NatGatewayLimitExceeded", Create(new() { SubnetId = subnet, ConnectivityType = "private" }));

        Task<CreateNatGatewayResponse> Create(CreateNatGatewayRequest request) => Client.CreateNatGatewayAsync(request);
    }

    [Fact]
    public async Task A_client_token_makes_one_NAT_gateway()
    {
        string subnet = await sandbox.Subnet(await sandbox.Vpc(), "10.1.1.0/24");
        CreateNatGatewayRequest request = new() { SubnetId = subnet, ConnectivityType = "private", ClientToken = "once" };

        string first = (await Client.CreateNatGatewayAsync(request)).NatGateway.NatGatewayId;

        Assert.Equal(first, (await Client.CreateNatGatewayAsync(request)).NatGateway.NatGatewayId);
        await Refused("IdempotentParameterMismatch", Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, ConnectivityType = "private", PrivateIpAddress = "10.1.1.9", ClientToken = "once" }));
    }

    [Fact]
    public async Task A_Region_has_five_addresses_that_lead_to_nobody()
    {
        AllocateAddressResponse first = await Client.AllocateAddressAsync(new AllocateAddressRequest { Domain = "vpc", TagSpecifications = Tagged("elastic-ip", "Name", "exit") });
        for (int number = 1; number < 5; number++) await sandbox.Address();

        await Refused("AddressLimitExceeded", Client.AllocateAddressAsync(new AllocateAddressRequest()));
        await Refused("InvalidAddress.NotFound", Client.AllocateAddressAsync(new AllocateAddressRequest { Address = "198.51.100.1" }));
        await Refused("UnsupportedOperation", Client.AllocateAddressAsync(new AllocateAddressRequest { Domain = "standard" }));
        List<Address> addresses = (await Client.DescribeAddressesAsync(new DescribeAddressesRequest())).Addresses;
        Assert.Equal(5, addresses.Select(address => address.PublicIp).Distinct().Count());
        Assert.All(addresses, address => Assert.Matches(@"^198\.1[89]\.", address.PublicIp));
        Assert.Equal(first.AllocationId, Assert.Single((await Client.DescribeAddressesAsync(new DescribeAddressesRequest { PublicIps = [first.PublicIp] })).Addresses).AllocationId);
        Assert.Equal(first.PublicIp, Assert.Single((await Client.DescribeAddressesAsync(new DescribeAddressesRequest { Filters = [new("tag:Name", ["exit"])] })).Addresses).PublicIp);
        await Refused("InvalidAddress.NotFound", Client.DescribeAddressesAsync(new DescribeAddressesRequest { PublicIps = ["192.0.2.1"] }));
        await Refused("InvalidAllocationID.NotFound", Client.DescribeAddressesAsync(new DescribeAddressesRequest { AllocationIds = ["eipalloc-01234567"] }));
        await Refused("InvalidParameterValue", Client.ReleaseAddressAsync(new ReleaseAddressRequest(first.PublicIp)));
        await Refused("MissingParameter", Client.ReleaseAddressAsync(new ReleaseAddressRequest()));
        await Client.ReleaseAddressAsync(new ReleaseAddressRequest { AllocationId = first.AllocationId });
        await Refused("InvalidAllocationID.NotFound", Client.ReleaseAddressAsync(new ReleaseAddressRequest { AllocationId = first.AllocationId }));
    }

    [Fact]
    public async Task A_gateway_endpoint_puts_routes_in_its_tables_and_takes_them_away()
    {
        string vpc = await sandbox.Vpc(), other = await sandbox.Vpc("10.2.0.0/16");
        string table = await sandbox.Table(vpc), foreign = await sandbox.Table(other);
        CreateVpcEndpointRequest request = new() { VpcId = vpc, ServiceName = "com.amazonaws.us-east-1.s3", RouteTableIds = [table], ClientToken = "once" };

        VpcEndpoint made = (await Client.CreateVpcEndpointAsync(request)).VpcEndpoint;

        Route route = (await sandbox.DescribedTable(table)).Routes.Single(route => route.DestinationPrefixListId is not null);
        Assert.Equal((made.VpcEndpointId, "active"), (route.GatewayId, route.State.Value));
        Assert.Equal(("Gateway", "Available", table), (made.VpcEndpointType.Value, made.State.Value, Assert.Single(made.RouteTableIds)));
        Assert.Contains("\"Effect\":\"Allow\"", made.PolicyDocument, StringComparison.Ordinal);
        Assert.Equal(made.VpcEndpointId, (await Client.CreateVpcEndpointAsync(request)).VpcEndpoint.VpcEndpointId);
        await Refused("RouteAlreadyExists", Create(vpc, "com.amazonaws.us-east-1.s3", table));
        await Refused("InvalidParameter", Create(vpc, "com.amazonaws.us-east-1.dynamodb", foreign));
        await Refused("InvalidServiceName", Create(vpc, "com.amazonaws.eu-west-1.s3", table));
        await Refused("InvalidParameter", Create(vpc, "com.amazonaws.us-east-1.ssm", table));
        await Refused("InvalidRouteTableID.NotFound", Create(vpc, "com.amazonaws.us-east-1.dynamodb", "rtb-01234567"));
        await Refused("InvalidVpcID.NotFound", Create("vpc-01234567", "com.amazonaws.us-east-1.dynamodb", table));
        await Refused("InvalidPolicyDocument", Client.CreateVpcEndpointAsync(new CreateVpcEndpointRequest { VpcId = vpc, ServiceName = "com.amazonaws.us-east-1.dynamodb", PolicyDocument = "none" }));
        await Refused("InvalidParameterValue", Client.DeleteRouteAsync(new DeleteRouteRequest { RouteTableId = table, DestinationPrefixListId = route.DestinationPrefixListId }));
        await Refused("DependencyViolation", Client.DeleteRouteTableAsync(new DeleteRouteTableRequest { RouteTableId = table }));

        DeleteVpcEndpointsResponse deleted = await Client.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [made.VpcEndpointId, "vpce-01234567"] });

        Assert.Equal(("vpce-01234567", "InvalidVpcEndpoint.NotFound"), (Assert.Single(deleted.Unsuccessful).ResourceId, deleted.Unsuccessful[0].Error.Code));
        Assert.Single((await sandbox.DescribedTable(table)).Routes);
        await Refused("InvalidVpcEndpointId.NotFound", Client.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { VpcEndpointIds = [made.VpcEndpointId] }));
        await Refused("InvalidVpcEndpointId.Malformed", Client.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { VpcEndpointIds = ["endpoint"] }));

        Task<CreateVpcEndpointResponse> Create(string of, string service, string to) =>
            Client.CreateVpcEndpointAsync(new CreateVpcEndpointRequest { VpcId = of, ServiceName = service, RouteTableIds = [to] });
    }

    [Fact]
    public async Task An_interface_endpoint_has_an_interface_in_each_of_its_subnets()
    {
        string vpc = await sandbox.Vpc();
        string first = await sandbox.Subnet(vpc, "10.1.1.0/24"), second = await sandbox.Subnet(vpc, "10.1.2.0/24", "us-east-1b"), third = await sandbox.Subnet(vpc, "10.1.3.0/24");

        VpcEndpoint made = (await Create(first, second)).VpcEndpoint;

        List<NetworkInterface> interfaces = (await Client.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { Filters = [new("interface-type", ["vpc_endpoint"])] })).NetworkInterfaces;
        Assert.Equal(made.NetworkInterfaceIds.Order(StringComparer.Ordinal), interfaces.Select(one => one.NetworkInterfaceId));
        Assert.All(interfaces, one => Assert.Equal(("default", true, "in-use", vpc), (Assert.Single(one.Groups).GroupName, one.RequesterManaged, one.Status.Value, one.VpcId)));
        Assert.Equal("Pending", made.State.Value);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(made.VpcEndpointId, Assert.Single((await Client.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { Filters = [new("vpc-endpoint-state", ["available"]), new("vpc-endpoint-type", ["Interface"])] })).VpcEndpoints).VpcEndpointId);
        await Refused("DuplicateSubnetsInSameZone", Create(first, third));
        (string code, string message) = await Refusal(Client.CreateVpcEndpointAsync(new CreateVpcEndpointRequest { VpcId = vpc, VpcEndpointType = "Interface", ServiceName = "com.amazonaws.us-east-1.ssm", PrivateDnsEnabled = true }));
        Assert.Equal("InvalidParameter", code);
        Assert.Contains("enableDnsHostnames", message, StringComparison.Ordinal);
        await Refused("DependencyViolation", Client.DeleteSubnetAsync(new DeleteSubnetRequest(first)));
        await Client.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [made.VpcEndpointId] });
        await Client.DeleteSubnetAsync(new DeleteSubnetRequest(first));
        await Refused("InvalidNetworkInterfaceID.NotFound", Client.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { NetworkInterfaceIds = [made.NetworkInterfaceIds[0]] }));

        Task<CreateVpcEndpointResponse> Create(params string[] subnets) => Client.CreateVpcEndpointAsync(new CreateVpcEndpointRequest
        {
            VpcId = vpc, VpcEndpointType = "Interface", ServiceName = "com.amazonaws.us-east-1.ssm", SubnetIds = [.. subnets],
        });
    }

    [Theory]
    [InlineData("association.allocation-id", "eipalloc-*")]
    [InlineData("association.public-ip", "198.1*")]
    [InlineData("addresses.private-ip-address", "10.1.1.7")]
    [InlineData("attachment.status", "attached")]
    [InlineData("availability-zone", "us-east-1a")]
    [InlineData("description", "Interface for NAT Gateway nat-*")]
    [InlineData("interface-type", "nat_gateway")]
    [InlineData("private-ip-address", "10.1.1.7")]
    [InlineData("requester-managed", "true")]
    [InlineData("source-dest-check", "false")]
    [InlineData("status", "in-use")]
    [InlineData("mac-address", "0a:ff:*")]
    public async Task The_interface_of_a_NAT_gateway_is_found_by_filters(string name, string value)
    {
        string vpc = await sandbox.Vpc();
        await sandbox.Gateway(vpc);
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string made = (await Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = await sandbox.Address(), PrivateIpAddress = "10.1.1.7" })).NatGateway.NatGatewayAddresses[0].NetworkInterfaceId;

        List<NetworkInterface> found = (await Client.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { Filters = [new("subnet-id", [subnet]), new(name, [value])] })).NetworkInterfaces;

        Assert.Equal(made, Assert.Single(found).NetworkInterfaceId);
    }

    [Fact]
    public async Task An_account_knows_its_default_VPC()
    {
        List<AccountAttribute> all = (await Client.DescribeAccountAttributesAsync(new DescribeAccountAttributesRequest())).AccountAttributes;
        List<AccountAttribute> one = (await Client.DescribeAccountAttributesAsync(new DescribeAccountAttributesRequest { AttributeNames = ["default-vpc"] })).AccountAttributes;

        Assert.Equal((await sandbox.DefaultVpc()).VpcId, Assert.Single(Assert.Single(one).AttributeValues).AttributeValue);
        Assert.Contains(all, attribute => attribute.AttributeName == "supported-platforms" && attribute.AttributeValues[0].AttributeValue == "VPC");
    }
}
