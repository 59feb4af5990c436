using Amazon.EC2;
using Amazon.EC2.Model;
using static CloudEssentials.Tests.Sandbox.Ec2Sandbox;

namespace CloudEssentials.Tests.Sandbox;

public sealed class Ec2RoutingTests : IDisposable
{
    private readonly Ec2Sandbox sandbox = new();

    private AmazonEC2Client Client => sandbox.Client;

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task A_gateway_is_attached_to_one_VPC_and_a_VPC_has_one_gateway()
    {
        string vpc = await sandbox.Vpc(), other = await sandbox.Vpc("10.2.0.0/16");
        string gateway = await sandbox.Gateway(vpc), second = await sandbox.Gateway();

        await Refused("Resource.AlreadyAssociated", Attach(gateway, other));
        await Refused("InvalidParameterValue", Attach(second, vpc));
        await Refused("Gateway.NotAttached", Detach(gateway, other));
        await Refused("Gateway.NotAttached", Detach(second, vpc));
        await Refused("InvalidInternetGatewayID.NotFound", Attach("igw-01234567", vpc));
        await Refused("InvalidInternetGatewayId.Malformed", Attach("gateway", vpc));
        await Refused("InvalidVpcID.NotFound", Attach(second, "vpc-01234567"));
        await Refused("DependencyViolation", Client.DeleteInternetGatewayAsync(new DeleteInternetGatewayRequest { InternetGatewayId = gateway }));
        InternetGateway attached = Assert.Single((await Client.DescribeInternetGatewaysAsync(new DescribeInternetGatewaysRequest { Filters = [new("attachment.vpc-id", [vpc])] })).InternetGateways);
        Assert.Equal((gateway, "available"), (attached.InternetGatewayId, Assert.Single(attached.Attachments).State.Value));
        await Detach(gateway, vpc);
        await Client.DeleteInternetGatewayAsync(new DeleteInternetGatewayRequest { InternetGatewayId = gateway });
        await Refused("InvalidInternetGatewayID.NotFound", Client.DescribeInternetGatewaysAsync(new DescribeInternetGatewaysRequest { InternetGatewayIds = [gateway] }));
    }

    [Fact]
    public async Task A_gateway_stays_while_something_has_a_public_address_and_a_Region_has_five()
    {
        string vpc = await sandbox.Vpc();
        string gateway = await sandbox.Gateway(vpc);
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        await Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = await sandbox.Address() });

        (string code, string message) = await Refusal(Detach(gateway, vpc));

        Assert.Equal("DependencyViolation", code);
        Assert.Contains("mapped public address", message, StringComparison.Ordinal);
        for (int number = 0; number < 3; number++) await sandbox.Gateway();
        await Refused("InternetGatewayLimitExceeded", Client.CreateInternetGatewayAsync(new CreateInternetGatewayRequest()));
    }

    [Fact]
    public async Task A_route_leads_to_a_gateway_of_the_VPC_and_is_a_black_hole_without_it()
    {
        string vpc = await sandbox.Vpc();
        string gateway = await sandbox.Gateway(vpc);
        string table = await sandbox.Table(vpc);

        await Route(table, "0.0.0.0/0", gateway);

        Route made = (await sandbox.DescribedTable(table)).Routes.Single(route => route.GatewayId == gateway);
        Assert.Equal(("0.0.0.0/0", "active", "CreateRoute"), (made.DestinationCidrBlock, made.State.Value, made.Origin.Value));
        Assert.Equal(("RouteAlreadyExists", "The route identified by 0.0.0.0/0 already exists."), await Refusal(Route(table, "0.0.0.0/0", gateway)));
        await Detach(gateway, vpc);
        Assert.Equal("blackhole", (await sandbox.DescribedTable(table)).Routes.Single(route => route.GatewayId == gateway).State.Value);
        Assert.Equal(table, Assert.Single((await Client.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new("route.state", ["blackhole"])] })).RouteTables).RouteTableId);
    }

    [Fact]
    public async Task Routes_that_cannot_be_are_refused()
    {
        string vpc = await sandbox.Vpc(), other = await sandbox.Vpc("10.2.0.0/16");
        string gateway = await sandbox.Gateway(vpc), foreign = await sandbox.Gateway(other);
        string table = await sandbox.Table(vpc);

        await Refused("InvalidRouteTableID.NotFound", Route("rtb-01234567", "0.0.0.0/0", gateway));
        await Refused("InvalidRouteTableId.Malformed", Route("table", "0.0.0.0/0", gateway));
        await Refused("InvalidGatewayID.NotFound", Route(table, "0.0.0.0/0", "igw-01234567"));
        await Refused("InvalidParameterValue", Route(table, "0.0.0.0/0", foreign));
        await Refused("InvalidParameterValue", Route(table, "everywhere", gateway));
        await Refused("InvalidParameterValue", Route(table, "10.1.7.0/24", gateway));
        await Refused("RouteAlreadyExists", Route(table, "10.1.0.0/16", gateway));
        await Refused("MissingParameter", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, GatewayId = gateway }));
        await Refused("MissingParameter", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0" }));
        await Refused("InvalidParameterCombination", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway, NatGatewayId = "nat-01234567" }));
        await Refused("InvalidParameterCombination", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", DestinationIpv6CidrBlock = "::/0", GatewayId = gateway }));
        await Refused("InvalidNatGatewayID.NotFound", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = "nat-01234567" }));
        await Refused("InvalidInstanceID.NotFound", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", InstanceId = "i-01234567" }));
        await Refused("InvalidNetworkInterfaceID.NotFound", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", NetworkInterfaceId = "eni-01234567" }));
        await Refused("UnsupportedOperation", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", TransitGatewayId = "tgw-01234567" }));
        await Refused("InvalidPrefixListId.NotFound", Client.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationPrefixListId = "pl-01234567", GatewayId = gateway }));
    }

    [Fact]
    public async Task A_route_is_replaced_and_deleted_but_not_the_local_one()
    {
        string vpc = await sandbox.Vpc();
        string gateway = await sandbox.Gateway(vpc);
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string nat = (await Client.CreateNatGatewayAsync(new CreateNatGatewayRequest { SubnetId = subnet, AllocationId = await sandbox.Address() })).NatGateway.NatGatewayId;
        string table = await sandbox.Table(vpc);
        await Route(table, "0.0.0.0/0", gateway);
        await Route(table, "::/0", gateway);

        await Client.ReplaceRouteAsync(new ReplaceRouteRequest { RouteTableId = table, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = nat });

        List<Route> routes = (await sandbox.DescribedTable(table)).Routes;
        Assert.Equal((nat, null), (routes.Single(route => route.DestinationCidrBlock == "0.0.0.0/0").NatGatewayId, routes.Single(route => route.DestinationCidrBlock == "0.0.0.0/0").GatewayId));
        Assert.Equal(gateway, routes.Single(route => route.DestinationIpv6CidrBlock == "::/0").GatewayId);
        await Refused("InvalidParameterValue", Client.ReplaceRouteAsync(new ReplaceRouteRequest { RouteTableId = table, DestinationCidrBlock = "192.168.0.0/16", GatewayId = gateway }));
        await Refused("UnsupportedOperation", Client.ReplaceRouteAsync(new ReplaceRouteRequest { RouteTableId = table, DestinationCidrBlock = "10.1.0.0/16", NatGatewayId = nat }));
        await Refused("InvalidParameterValue", Delete("10.1.0.0/16"));
        await Refused("InvalidRoute.NotFound", Delete("192.168.0.0/16"));
        await Delete("0.0.0.0/0");
        await Refused("InvalidRoute.NotFound", Delete("0.0.0.0/0"));

        Task<DeleteRouteResponse> Delete(string destination) => Client.DeleteRouteAsync(new DeleteRouteRequest { RouteTableId = table, DestinationCidrBlock = destination });
    }

    [Fact]
    public async Task A_subnet_has_one_table_and_the_main_one_without_any()
    {
        string vpc = await sandbox.Vpc(), other = await sandbox.Vpc("10.2.0.0/16");
        string subnet = await sandbox.Subnet(vpc, "10.1.1.0/24");
        string table = await sandbox.Table(vpc), second = await sandbox.Table(vpc), foreign = await sandbox.Table(other);

        AssociateRouteTableResponse made = await Associate(table, subnet);

        Assert.Equal("associated", made.AssociationState.State.Value);
        Assert.Equal((made.AssociationId, subnet, false), Only(await sandbox.DescribedTable(table)));
        Assert.Equal(table, Assert.Single((await Client.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new("association.route-table-association-id", [made.AssociationId])] })).RouteTables).RouteTableId);
        await Refused("Resource.AlreadyAssociated", Associate(second, subnet));
        await Refused("InvalidParameterValue", Associate(foreign, subnet));
        await Refused("MissingParameter", Client.AssociateRouteTableAsync(new AssociateRouteTableRequest { RouteTableId = table }));
        await Refused("DependencyViolation", Client.DeleteRouteTableAsync(new DeleteRouteTableRequest { RouteTableId = table }));
        await Client.DisassociateRouteTableAsync(new DisassociateRouteTableRequest { AssociationId = made.AssociationId });
        await Refused("InvalidAssociationID.NotFound", Client.DisassociateRouteTableAsync(new DisassociateRouteTableRequest { AssociationId = made.AssociationId }));
        await Client.DeleteRouteTableAsync(new DeleteRouteTableRequest { RouteTableId = table });
        RouteTable main = Assert.Single((await Client.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new("vpc-id", [vpc]), new("association.main", ["true"])] })).RouteTables);
        await Refused("DependencyViolation", Client.DeleteRouteTableAsync(new DeleteRouteTableRequest { RouteTableId = main.RouteTableId }));
        await Refused("InvalidParameterValue", Client.DisassociateRouteTableAsync(new DisassociateRouteTableRequest { AssociationId = main.Associations[0].RouteTableAssociationId }));

        Task<AssociateRouteTableResponse> Associate(string of, string to) => Client.AssociateRouteTableAsync(new AssociateRouteTableRequest { RouteTableId = of, SubnetId = to });

        static (string?, string?, bool?) Only(RouteTable described) =>
            (Assert.Single(described.Associations).RouteTableAssociationId, described.Associations[0].SubnetId, described.Associations[0].Main);
    }

    [Fact]
    public async Task A_client_token_makes_one_table_and_not_another()
    {
        string vpc = await sandbox.Vpc(), other = await sandbox.Vpc("10.2.0.0/16");

        RouteTable first = (await Client.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = vpc, ClientToken = "once" })).RouteTable;
        RouteTable again = (await Client.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = vpc, ClientToken = "once" })).RouteTable;

        Assert.Equal(first.RouteTableId, again.RouteTableId);
        await Refused("IdempotentParameterMismatch", Client.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = other, ClientToken = "once" }));
        await Refused("InvalidClientToken", Client.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = vpc, ClientToken = new string('x', 65) }));
    }

    [Theory]
    [InlineData("association.subnet-id", "subnet-*")]
    [InlineData("association.main", "false")]
    [InlineData("route.destination-cidr-block", "0.0.0.0/0")]
    [InlineData("route.gateway-id", "igw-*")]
    [InlineData("route.origin", "CreateRoute")]
    public async Task Route_tables_are_found_by_filters(string name, string value)
    {
        string vpc = await sandbox.Vpc();
        string table = await sandbox.Table(vpc);
        await Route(table, "0.0.0.0/0", await sandbox.Gateway(vpc));
        await Client.AssociateRouteTableAsync(new AssociateRouteTableRequest { RouteTableId = table, SubnetId = await sandbox.Subnet(vpc, "10.1.1.0/24") });

        List<RouteTable> found = (await Client.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = [new("vpc-id", [vpc]), new(name, [value])] })).RouteTables;

        Assert.Equal(table, Assert.Single(found).RouteTableId);
    }

    private Task<CreateRouteResponse> Route(string table, string destination, string gateway) => Client.CreateRouteAsync(new CreateRouteRequest
    {
        RouteTableId = table,
        DestinationCidrBlock = destination.Contains(':') ? null : destination,
        DestinationIpv6CidrBlock = destination.Contains(':') ? destination : null,
        GatewayId = gateway,
    });

    private Task<AttachInternetGatewayResponse> Attach(string gateway, string vpc) =>
        Client.AttachInternetGatewayAsync(new AttachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc });

    private Task<DetachInternetGatewayResponse> Detach(string gateway, string vpc) =>
        Client.DetachInternetGatewayAsync(new DetachInternetGatewayRequest { InternetGatewayId = gateway, VpcId = vpc });
}
