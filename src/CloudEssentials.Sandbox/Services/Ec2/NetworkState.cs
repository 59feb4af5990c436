using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The section that holds the networks of all Regions.</summary>
internal sealed class NetworkState : StateSection
{
    private const string SectionName = "ec2-network";

    private NetworkState(SandboxState state)
        : base(state, SectionName)
    {
        Vpcs = Table<Ec2Vpc>("vpcs", StringComparer.Ordinal);
        Subnets = Table<Ec2Subnet>("subnets", StringComparer.Ordinal);
        InternetGateways = Table<Ec2InternetGateway>("internet-gateways", StringComparer.Ordinal);
        NatGateways = Table<Ec2NatGateway>("nat-gateways", StringComparer.Ordinal);
        Addresses = Table<Ec2Address>("addresses", StringComparer.Ordinal);
        Endpoints = Table<Ec2VpcEndpoint>("endpoints", StringComparer.Ordinal);
        RouteTables = Table<Ec2RouteTable>("route-tables", StringComparer.Ordinal);
        SecurityGroups = Table<Ec2SecurityGroup>("security-groups", StringComparer.Ordinal);
        NetworkInterfaces = Table<Ec2NetworkInterface>("network-interfaces", StringComparer.Ordinal);
        KeyPairs = Table<Ec2KeyPair>("key-pairs", StringComparer.Ordinal);
        RegionsWithDefaults = Table<SeededRegion>("regions-with-defaults", StringComparer.Ordinal);
    }

    public ResourceTable<Ec2Vpc> Vpcs { get; }

    public ResourceTable<Ec2Subnet> Subnets { get; }

    public ResourceTable<Ec2InternetGateway> InternetGateways { get; }

    public ResourceTable<Ec2NatGateway> NatGateways { get; }

    public ResourceTable<Ec2Address> Addresses { get; }

    public ResourceTable<Ec2VpcEndpoint> Endpoints { get; }

    public ResourceTable<Ec2RouteTable> RouteTables { get; }

    public ResourceTable<Ec2SecurityGroup> SecurityGroups { get; }

    /// <summary>The network interfaces, those among them that are gone already.</summary>
    public ResourceTable<Ec2NetworkInterface> NetworkInterfaces { get; }

    public ResourceTable<Ec2KeyPair> KeyPairs { get; }

    /// <summary>The Regions whose default network has been made.</summary>
    public ResourceTable<SeededRegion> RegionsWithDefaults { get; }

    public static NetworkState Of(SandboxState state) => state.Section(made => new NetworkState(made), SectionName);
}
