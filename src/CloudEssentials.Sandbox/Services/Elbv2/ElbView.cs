using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Resources as Elastic Load Balancing answers them.</summary>
internal static class ElbView
{
    // "Application Load Balancers: Route 53 hosted zone ID", in "Elastic Load Balancing endpoints and quotas" of the AWS General Reference.
    private static readonly Dictionary<string, string> HostedZones = new()
    {
        ["af-south-1"] = "Z268VQBMOI5EKX",
        ["ap-east-1"] = "Z3DQVH9N71FHZ0",
        ["ap-northeast-1"] = "Z14GRHDCWA56QT",
        ["ap-northeast-2"] = "ZWKZPGTI48KDX",
        ["ap-northeast-3"] = "Z5LXEXXYW11ES",
        ["ap-south-1"] = "ZP97RAFLXTNZK",
        ["ap-southeast-1"] = "Z1LMS91P8CMLE5",
        ["ap-southeast-2"] = "Z1GM3OXH4ZPM65",
        ["ca-central-1"] = "ZQSVJUPU6J1EY",
        ["eu-central-1"] = "Z215JYRZR1TBD5",
        ["eu-north-1"] = "Z23TAZ6LKFMNIO",
        ["eu-south-1"] = "Z3ULH7SSC9OV64",
        ["eu-west-1"] = "Z32O12XQLNTSW2",
        ["eu-west-2"] = "ZHURV8PSTC4K8",
        ["eu-west-3"] = "Z3Q77PNBQS71R4",
        ["me-south-1"] = "ZS929ML54UICD",
        ["sa-east-1"] = "Z2P70J7HTTTPLU",
        ["us-east-1"] = "Z35SXDOTRQ7X7K",
        ["us-east-2"] = "Z3AADJGX6KTTL2",
        ["us-west-1"] = "Z368ELLRRE2KJ0",
        ["us-west-2"] = "Z1H1FL5HABSF5",
    };

    public static bool IsActive(SandboxState state, ElbLoadBalancer balancer) => ActiveAt(state, balancer) <= state.Now;

    /// <summary>When a load balancer is ready, or was.</summary>
    public static DateTimeOffset ActiveAt(SandboxState state, ElbLoadBalancer balancer) => balancer.Created + state.Options.Timings.LoadBalancerProvisioning;

    public static JsonObject LoadBalancer(OperationCall call, ElbLoadBalancer balancer) => new()
    {
        ["LoadBalancerArn"] = balancer.Arn,
        ["DNSName"] = balancer.DnsName,
        ["CanonicalHostedZoneId"] = HostedZones.GetValueOrDefault(balancer.Region),
        ["CreatedTime"] = balancer.Created,
        ["LoadBalancerName"] = balancer.Name,
        ["Scheme"] = balancer.Scheme,
        ["VpcId"] = balancer.VpcId,
        ["State"] = new JsonObject { ["Code"] = IsActive(call.State, balancer) ? "active" : "provisioning" },
        ["Type"] = "application",
        ["AvailabilityZones"] = Zones(call.State, balancer),
        ["SecurityGroups"] = new JsonArray([.. balancer.SecurityGroupIds.Select(id => JsonValue.Create(id))]),
        ["IpAddressType"] = balancer.IpAddressType,
    };

    public static JsonArray Zones(SandboxState state, ElbLoadBalancer balancer) => new([.. balancer.SubnetIds
        .Select(id => NetworkState.Of(state).Subnets[id])
        .OrderBy(subnet => subnet.Zone, StringComparer.Ordinal)
        .Select(subnet => new JsonObject
        {
            ["ZoneName"] = subnet.Zone,
            ["SubnetId"] = subnet.Id,
            ["LoadBalancerAddresses"] = new JsonArray(),
        })]);

    public static JsonObject TargetGroup(OperationCall call, ElbTargetGroup group) => new()
    {
        ["TargetGroupArn"] = group.Arn,
        ["TargetGroupName"] = group.Name,
        ["Protocol"] = group.Protocol,
        ["Port"] = group.Port,
        ["VpcId"] = group.VpcId,
        ["HealthCheckProtocol"] = group.HealthCheck.Protocol,
        ["HealthCheckPort"] = group.HealthCheck.Port,
        ["HealthCheckEnabled"] = true,
        ["HealthCheckIntervalSeconds"] = group.HealthCheck.Interval,
        ["HealthCheckTimeoutSeconds"] = group.HealthCheck.Timeout,
        ["HealthyThresholdCount"] = group.HealthCheck.Healthy,
        ["UnhealthyThresholdCount"] = group.HealthCheck.Unhealthy,
        ["HealthCheckPath"] = group.HealthCheck.Path,
        ["Matcher"] = group.HealthCheck.Matcher is { } codes ? new JsonObject { [group.ProtocolVersion == "GRPC" ? "GrpcCode" : "HttpCode"] = codes } : null,
        ["LoadBalancerArns"] = new JsonArray([.. ElbState.Of(call.State).LoadBalancersOf(group).Select(balancer => JsonValue.Create(balancer.Arn))]),
        ["TargetType"] = group.TargetType,
        ["ProtocolVersion"] = group.ProtocolVersion,
        ["IpAddressType"] = group.IpAddressType,
    };

    public static JsonObject Listener(ElbListener listener) => new()
    {
        ["ListenerArn"] = listener.Arn,
        ["LoadBalancerArn"] = listener.LoadBalancerArn,
        ["Port"] = listener.Port,
        ["Protocol"] = listener.Protocol,
        ["Certificates"] = listener.CertificateArn is { } arn ? new JsonArray(new JsonObject { ["CertificateArn"] = arn }) : null,
        ["SslPolicy"] = listener.SslPolicy,
        ["DefaultActions"] = JsonNode.Parse(listener.Actions),
        ["MutualAuthentication"] = listener.Protocol == "HTTPS" ? new JsonObject { ["Mode"] = "off" } : null,
    };

    /// <summary>A target's health, as DescribeTargetHealth answers it.</summary>
    public static JsonObject Health(SandboxState state, ElbTargetGroup group, string id, int port, ElbTarget? target)
    {
        (string name, string? reason, string? description) = TargetHealth.Words(state, group, target);
        string checkPort = group.HealthCheck.Port == "traffic-port" ? port.ToString(CultureInfo.InvariantCulture) : group.HealthCheck.Port;
        return new JsonObject
        {
            ["Target"] = new JsonObject { ["Id"] = id, ["Port"] = port },
            ["HealthCheckPort"] = target is null || name == "unused" ? null : checkPort,
            ["TargetHealth"] = new JsonObject { ["State"] = name, ["Reason"] = reason, ["Description"] = description },
            ["AdministrativeOverride"] = target is null || group.Protocol is not ("HTTP" or "HTTPS") ? null : new JsonObject
            {
                ["State"] = "no_override",
                ["Reason"] = "AdministrativeOverride.NoOverride",
                ["Description"] = "No override is currently active on target",
            },
        };
    }
}
