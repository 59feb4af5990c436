using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>The application's network: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html.</summary>
internal static class NetworkPart
{
    internal const string Vpc = "Vpc";
    internal const string Attachment = "GatewayAttachment";
    internal const string PublicSubnet = "PublicSubnet";
    internal const string PrivateSubnet = "PrivateSubnet";
    internal const string PublicRoute = "PublicRoute";
    internal const string PrivateRoute = "PrivateRoute";

    private const string Gateway = "InternetGateway";
    private const string PublicTable = "PublicRouteTable";
    private const string PrivateTable = "PrivateRouteTable";
    private const string Everywhere = "0.0.0.0/0";

    /// <summary>The subnets that instances are in.</summary>
    internal static string InstanceSubnet(DirectoryAppSpec spec) => spec.NatGateway == NatGatewayMode.None ? PublicSubnet : PrivateSubnet;

    /// <summary>What must stand before instances can reach the internet.</summary>
    internal static IReadOnlyList<string> WayOut(DirectoryAppSpec spec) => spec.NatGateway == NatGatewayMode.None
        ? [PublicRoute, .. Numbered("PublicSubnetRouteTable", spec.ZonesUsed)]
        : [.. Numbered(PrivateRoute, spec.ZonesUsed), .. Numbered("PrivateSubnetRouteTable", spec.ZonesUsed)];

    /// <summary>Adds the network.</summary>
    internal static void Add(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        AddVpc(blueprint);
        for (int number = 1; number <= spec.ZonesUsed; number++)
            AddSubnet(blueprint, PublicSubnet, number, spec.NatGateway == NatGatewayMode.None);
        for (int number = 1; number <= spec.ZonesUsed; number++)
            AddSubnet(blueprint, PrivateSubnet, number, false);
        AddPublicRoutes(blueprint);
        AddNatGateways(blueprint);
        AddPrivateRoutes(blueprint);
        if (spec.NatGateway != NatGatewayMode.None)
            AddEndpoints(blueprint);
    }

    private static void AddVpc(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        blueprint.AddTagged(Vpc, "AWS::EC2::VPC", spec.NameOf("vpc"), $"The application's own network, {spec.VpcCidr}, apart from all others.", new()
        {
            ["CidrBlock"] = spec.VpcCidr,
            ["EnableDnsSupport"] = true,
            ["EnableDnsHostnames"] = true,
        });
        blueprint.AddTagged(Gateway, "AWS::EC2::InternetGateway", spec.NameOf("igw"), "The network's door to the internet.", []);
        blueprint.Add(Attachment, "AWS::EC2::VPCGatewayAttachment", spec.NameOf("igw"), "Hangs the door in the network.", new()
        {
            ["VpcId"] = Blueprint.Ref(Vpc),
            ["InternetGatewayId"] = Blueprint.Ref(Gateway),
        });
    }

    private static void AddSubnet(Blueprint blueprint, string kind, int number, bool hasPublicAddresses)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        bool isPublic = kind == PublicSubnet;
        string address = AddressOf(spec, isPublic, number);
        blueprint.AddTagged($"{kind}{number}", "AWS::EC2::Subnet", spec.NameOf($"{(isPublic ? "public" : "private")}-{number}"), $"Addresses {address} in {ZoneText(spec, number)}, {(isPublic ? "reachable from" : "not reachable from")} the internet.", new()
        {
            ["VpcId"] = Blueprint.Ref(Vpc),
            ["CidrBlock"] = address,
            ["AvailabilityZone"] = Zone(spec, number),
            ["MapPublicIpOnLaunch"] = hasPublicAddresses,
        });
    }

    // The course's four come first; a zone that is added later changes none of them.
    private static string AddressOf(DirectoryAppSpec spec, bool isPublic, int number)
    {
        _ = CidrBlock.TryParse(spec.VpcCidr, out CidrBlock network);
        int index = number <= 2 ? number + (isPublic ? 0 : 2) : (2 * number) - (isPublic ? 1 : 0);
        return $"{network.Part(Math.Max(24, network.Length + 4), index)}";
    }

    private static JsonNode Zone(DirectoryAppSpec spec, int number) => spec.Zones.Count > 0
        ? JsonValue.Create(spec.Zones[number - 1])
        : new JsonObject { ["Fn::Select"] = new JsonArray(number - 1, new JsonObject { ["Fn::GetAZs"] = "" }) };

    private static string ZoneText(DirectoryAppSpec spec, int number) => spec.Zones.Count > 0 ? spec.Zones[number - 1] : $"the Region's zone {number}";

    private static void AddPublicRoutes(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        AddRouteTable(blueprint, PublicTable, spec.NameOf("public"), "Where traffic of the public subnets goes.");
        AddRoute(blueprint, PublicRoute, PublicTable, "public", "To the internet through its door.", "GatewayId", Gateway, [Attachment]);
        for (int number = 1; number <= spec.ZonesUsed; number++)
            AddAssociation(blueprint, PublicSubnet, PublicTable, number, "public");
    }

    // A table for each zone, whichever way out it has, so that a change of it moves no subnet.
    private static void AddPrivateRoutes(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        for (int number = 1; number <= spec.ZonesUsed; number++)
        {
            AddRouteTable(blueprint, $"{PrivateTable}{number}", spec.NameOf($"private-{number}"), $"Where traffic of the private subnet in {ZoneText(spec, number)} goes.");
            if (spec.NatGateway != NatGatewayMode.None)
            {
                string gateway = $"NatGateway{(spec.NatGateway == NatGatewayMode.Single ? 1 : number)}";
                AddRoute(blueprint, $"{PrivateRoute}{number}", $"{PrivateTable}{number}", $"private-{number}", "To the internet through the NAT gateway.", "NatGatewayId", gateway, []);
            }

            AddAssociation(blueprint, PrivateSubnet, $"{PrivateTable}{number}", number, "private");
        }
    }

    private static void AddRouteTable(Blueprint blueprint, string logicalId, string name, string why) =>
        blueprint.AddTagged(logicalId, "AWS::EC2::RouteTable", name, why, new() { ["VpcId"] = Blueprint.Ref(Vpc) });

    private static void AddRoute(Blueprint blueprint, string logicalId, string table, string name, string why, string targetProperty, string target, IReadOnlyList<string> dependsOn) =>
        blueprint.Add(
            logicalId,
            "AWS::EC2::Route",
            blueprint.Spec.NameOf(name),
            why,
            new() { ["RouteTableId"] = Blueprint.Ref(table), ["DestinationCidrBlock"] = Everywhere, [targetProperty] = Blueprint.Ref(target) },
            dependsOn);

    private static void AddAssociation(Blueprint blueprint, string subnet, string table, int number, string name) =>
        blueprint.Add($"{subnet}RouteTable{number}", "AWS::EC2::SubnetRouteTableAssociation", blueprint.Spec.NameOf($"{name}-{number}"), "Gives the subnet its routes.", new()
        {
            ["SubnetId"] = Blueprint.Ref($"{subnet}{number}"),
            ["RouteTableId"] = Blueprint.Ref(table),
        });

    private static void AddNatGateways(Blueprint blueprint)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        int count = spec.NatGateway switch { NatGatewayMode.None => 0, NatGatewayMode.Single => 1, _ => spec.ZonesUsed };
        for (int number = 1; number <= count; number++)
        {
            string name = spec.NameOf($"nat-{number}");
            blueprint.AddTagged($"NatAddress{number}", "AWS::EC2::EIP", name, "The public address of the NAT gateway.", new() { ["Domain"] = "vpc" }, Attachment);
            blueprint.AddTagged(
                $"NatGateway{number}",
                "AWS::EC2::NatGateway",
                name,
                spec.NatGateway == NatGatewayMode.Single
                    ? "Lets the private subnets reach the internet; the other zones lose that with this one's."
                    : $"Lets the private subnet in {ZoneText(spec, number)} reach the internet.",
                new()
                {
                    ["AllocationId"] = Blueprint.GetAtt($"NatAddress{number}", "AllocationId"),
                    ["SubnetId"] = Blueprint.Ref($"{PublicSubnet}{number}"),
                    ["ConnectivityType"] = "public",
                },
                PublicRoute,
                $"PublicSubnetRouteTable{number}");
        }
    }

    private static void AddEndpoints(Blueprint blueprint)
    {
        AddEndpoint(blueprint, "S3Endpoint", "s3", "the photos");
        AddEndpoint(blueprint, "DynamoDBEndpoint", "dynamodb", "the employees");
    }

    private static void AddEndpoint(Blueprint blueprint, string logicalId, string service, string what)
    {
        DirectoryAppSpec spec = blueprint.Spec;
        blueprint.AddTagged(logicalId, "AWS::EC2::VPCEndpoint", spec.NameOf(service), $"A way to {what} past the NAT gateway, free of charge.", new()
        {
            ["VpcId"] = Blueprint.Ref(Vpc),
            ["ServiceName"] = $"com.amazonaws.{spec.Region}.{service}",
            ["VpcEndpointType"] = "Gateway",
            ["RouteTableIds"] = Blueprint.Refs(PrivateTable, spec.ZonesUsed),
        });
    }

    private static IEnumerable<string> Numbered(string logicalId, int count) => Enumerable.Range(1, count).Select(number => $"{logicalId}{number}");
}
