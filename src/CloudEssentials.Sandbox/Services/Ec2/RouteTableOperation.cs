using System.Net;
using System.Net.Sockets;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A call about a route table that it names.</summary>
internal abstract class RouteTableOperation : Ec2Operation
{
    private static readonly string[] Destinations = ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"];

    protected static Ec2RouteTable Table(OperationCall call, out ResourceTable<Ec2RouteTable> tables) =>
        Ec2Kinds.RouteTable.Require(call, call.RequiredText("RouteTableId"), out tables);

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(Ec2Kinds.RouteTable, call.RequiredText("RouteTableId"))];

    /// <summary>The destination of a route, in its canonical form.</summary>
    /// <exception cref="ServiceError">There is none, there are several, or it is no destination.</exception>
    protected static string Destination(OperationCall call)
    {
        string[] given = [.. Destinations.Where(name => call.Text(name) is { Length: > 0 })];
        if (given.Length != 1)
        {
            throw given.Length == 0
                ? new ServiceError("MissingParameter", "The request must contain the parameter destinationCidrBlock")
                : new ServiceError("InvalidParameterCombination", "A route has one destination: specify a CIDR block, an IPv6 CIDR block or a prefix list.");
        }

        string value = call.RequiredText(given[0]);
        return given[0] == "DestinationPrefixListId" ? PrefixList(call, value)
            : Networks.Parse(value, given[0] == "DestinationCidrBlock" ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6) is { } range ? range.ToString()
            : throw new ServiceError(
                "InvalidParameterValue", $"Value ({value}) for parameter {char.ToLowerInvariant(given[0][0])}{given[0][1..]} is invalid. This is not a valid CIDR block.");
    }

    /// <summary>The range of the table's local route.</summary>
    protected static IPNetwork LocalRange(OperationCall call, Ec2RouteTable table) => IPNetwork.Parse(NetworkState.Of(call.State).Vpcs[table.VpcId].CidrBlock);

    // "You cannot explicitly add, modify, or delete an endpoint route in your route table by using the route table APIs": gateway endpoints.
    private static string PrefixList(OperationCall call, string id) => throw (EndpointServices.PrefixLists(call.Region).ContainsValue(id)
        ? new ServiceError("InvalidParameterValue", $"The routes of the prefix list '{id}' are those of gateway endpoints, and change with them alone")
        : new ServiceError("InvalidPrefixListId.NotFound", $"The prefix list ID '{id}' does not exist"));
}
