using CloudEssentials.Aws.Connections;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>How many there are of everything that an application may consist of, whatever its tags.</summary>
internal static class AccountContents
{
    private static readonly string[] _ended = ["terminated", "deleted", "failed"];

    /// <summary>Counts, as nobody's lag can hide anything from.</summary>
    internal static async Task<IReadOnlyDictionary<string, int>> CountAsync(SandboxAccount account)
    {
        AwsConnection connection = AwsConnection.ToSandbox(new SandboxHandler(account), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "the tests");
        var ec2 = connection.Ec2();
        return new Dictionary<string, int>
        {
            ["vpcs"] = (await ec2.DescribeVpcsAsync(new())).Vpcs?.Count ?? 0,
            ["gateways"] = (await ec2.DescribeInternetGatewaysAsync(new())).InternetGateways?.Count ?? 0,
            ["subnets"] = (await ec2.DescribeSubnetsAsync(new())).Subnets?.Count ?? 0,
            ["tables"] = (await ec2.DescribeRouteTablesAsync(new())).RouteTables?.Count ?? 0,
            ["groups"] = (await ec2.DescribeSecurityGroupsAsync(new())).SecurityGroups?.Count ?? 0,
            ["addresses"] = (await ec2.DescribeAddressesAsync(new())).Addresses?.Count ?? 0,
            ["nats"] = (await ec2.DescribeNatGatewaysAsync(new())).NatGateways?.Count(gateway => !_ended.Contains(gateway.State.Value)) ?? 0,
            ["endpoints"] = (await ec2.DescribeVpcEndpointsAsync(new())).VpcEndpoints?.Count ?? 0,
            ["templates"] = (await ec2.DescribeLaunchTemplatesAsync(new())).LaunchTemplates?.Count ?? 0,
            ["interfaces"] = (await ec2.DescribeNetworkInterfacesAsync(new())).NetworkInterfaces?.Count ?? 0,
            ["volumes"] = (await ec2.DescribeVolumesAsync(new())).Volumes?.Count ?? 0,
            ["instances"] = (await ec2.DescribeInstancesAsync(new())).Reservations?.SelectMany(reservation => reservation.Instances).Count(instance => !_ended.Contains(instance.State.Name.Value)) ?? 0,
            ["balancers"] = (await connection.LoadBalancing().DescribeLoadBalancersAsync(new())).LoadBalancers?.Count ?? 0,
            ["targets"] = (await connection.LoadBalancing().DescribeTargetGroupsAsync(new())).TargetGroups?.Count ?? 0,
            ["scaling"] = (await connection.AutoScaling().DescribeAutoScalingGroupsAsync(new())).AutoScalingGroups?.Count ?? 0,
            ["alarms"] = (await connection.CloudWatch().DescribeAlarmsAsync(new())).MetricAlarms?.Count ?? 0,
            ["topics"] = (await connection.Sns().ListTopicsAsync(new())).Topics?.Count ?? 0,
            ["tables of data"] = (await connection.DynamoDb().ListTablesAsync()).TableNames?.Count ?? 0,
            ["buckets"] = (await connection.S3().ListBucketsAsync()).Buckets?.Count ?? 0,
            ["roles"] = (await connection.Iam().ListRolesAsync(new())).Roles?.Count(role => !role.Path.StartsWith("/aws-service-role/", StringComparison.Ordinal)) ?? 0,
            ["profiles"] = (await connection.Iam().ListInstanceProfilesAsync(new())).InstanceProfiles?.Count ?? 0,
        };
    }

    /// <summary>The counts in one line.</summary>
    internal static async Task<string> ReadAsync(SandboxAccount account) => Write(await CountAsync(account));

    /// <summary>Counts in one line.</summary>
    internal static string Write(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"));
}
