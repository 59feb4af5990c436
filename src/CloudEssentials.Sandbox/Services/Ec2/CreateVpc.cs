using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a VPC, with its main route table and its default security group.</summary>
internal sealed class CreateVpc : Ec2Operation
{
    private const int Maximum = 5;

    // "CIDR block association restrictions" in the VPC User Guide.
    private static readonly IPNetwork[] Forbidden =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/4"),
    ];

    public override JsonObject Execute(OperationCall call)
    {
        Refuse(
            call, "Ipv6Pool", "Ipv6CidrBlock", "Ipv4IpamPoolId", "Ipv4NetmaskLength", "Ipv6IpamPoolId", "Ipv6NetmaskLength", "Ipv6CidrBlockNetworkBorderGroup", "VpcEncryptionControl");
        if (call.Flag("AmazonProvidedIpv6CidrBlock"))
        {
            Refuse(call, "AmazonProvidedIpv6CidrBlock");
        }

        string given = Required(call, "CidrBlock");
        IPNetwork range = Networks.Parse(given)
            ?? throw new ServiceError("InvalidParameterValue", $"Value ({given}) for parameter cidrBlock is invalid. This is not a valid CIDR block.");
        if (range.PrefixLength is < 16 or > 28 || Forbidden.Any(forbidden => Networks.Overlap(forbidden, range)))
        {
            throw new ServiceError("InvalidVpc.Range", $"The CIDR '{given}' is invalid.");
        }

        NetworkState network = NetworkState.Of(call.State);
        if (Ec2Kinds.Vpc.In(call).Count() >= Maximum)
        {
            throw new ServiceError("VpcLimitExceeded", "The maximum number of VPCs has been reached.");
        }

        var vpc = new Ec2Vpc
        {
            Id = call.NewId("vpc-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            CidrBlock = range.ToString(),
            Tenancy = call.Text("InstanceTenancy") ?? "default",
            Tags = Ec2Tags.ForNew(call, "vpc"),
        };
        network.Vpcs[vpc.Id] = vpc;
        string table = call.NewId("rtb-", 17, IdGenerator.Hexadecimal);
        network.RouteTables[table] = new Ec2RouteTable
        {
            Id = table,
            Region = call.Region,
            VpcId = vpc.Id,
            MainAssociationId = call.NewId("rtbassoc-", 17, IdGenerator.Hexadecimal),
            Routes = ImmutableSortedDictionary<string, Ec2Route>.Empty,
        };
        string group = call.NewId("sg-", 17, IdGenerator.Hexadecimal);
        network.SecurityGroups[group] = SecurityGroups.Default(
            group, vpc, call.NewId("sgr-", 17, IdGenerator.Hexadecimal), call.NewId("sgr-", 17, IdGenerator.Hexadecimal));
        return new JsonObject { ["Vpc"] = Vpcs.Write(call, vpc, "pending") };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.Vpc)];
}
