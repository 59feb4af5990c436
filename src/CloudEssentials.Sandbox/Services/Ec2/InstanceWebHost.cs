using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The web applications of instances, at their public names and addresses.</summary>
internal sealed partial class InstanceWebHost : WebHost
{
    private const string AddressRange = "198.18.0.0/15";

    public override string RegionOf(SandboxState state, string host) =>
        PublicName().Match(host) is { Success: true } name ? (name.Groups["region"] is { Success: true } region ? region.Value : "us-east-1")
        : InterfaceAt(state, AddressOf(host))?.Region ?? "us-east-1";

    public override WireResponse Answer(SandboxState state, WireRequest request)
    {
        string host = request.Header("host")!;
        string address = AddressOf(WithoutPort(host));
        int port = PortOf(host);
        Ec2NetworkInterface? attached = InterfaceAt(state, address);
        if (attached?.InstanceId is not { } id
            || !InstanceState.Of(state).Instances.TryGet(id, out Ec2Instance? instance)
            || !InstanceHealth.IsUp(state, instance)
            || !Routing.LetsIn(state, attached.SecurityGroupIds, port, Visitor)
            || !Routing.IsPublic(state, NetworkState.Of(state).Subnets[attached.SubnetId]))
        {
            throw Silent(host, SocketError.TimedOut);
        }

        return InstanceHealth.Listens(state, instance, port)
            ? Welcome(instance)
            : throw Silent(host, SocketError.ConnectionRefused);
    }

    /// <summary>What the application of an instance answers.</summary>
    public static WireResponse Welcome(Ec2Instance instance) => Page(200, "Employee Directory", $"Instance {instance.Id} in {instance.Zone}");

    protected override bool Owns(string host) => PublicName().IsMatch(host) || (IPAddress.TryParse(host, out _) && Routing.Contains(AddressRange, host));

    private static string AddressOf(string host) => PublicName().Match(host) is { Success: true } name ? name.Groups["address"].Value.Replace('-', '.') : host;

    private static Ec2NetworkInterface? InterfaceAt(SandboxState state, string address) =>
        NetworkState.Of(state).NetworkInterfaces.Current.Values.FirstOrDefault(made => made.PublicIp == address && NetworkInterfaces.IsThere(made, state.Now));

    [GeneratedRegex(
        @"^ec2-(?<address>\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})\.(?:compute-1|(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+)\.compute)\.amazonaws\.com(?:\.cn)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PublicName();
}
