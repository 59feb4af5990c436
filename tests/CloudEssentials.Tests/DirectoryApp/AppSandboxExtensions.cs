using Amazon.EC2.Model;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>Things that stand in an account before the application comes.</summary>
internal static class AppSandboxExtensions
{
    /// <summary>A security group of the default network that lets nothing in.</summary>
    internal static async Task<string> ClosedGroupAsync(this AppSandbox sandbox) =>
        (await sandbox.Ec2.CreateSecurityGroupAsync(new() { GroupName = "closed", Description = "closed", VpcId = await sandbox.DefaultVpcAsync() })).GroupId;

    internal static async Task<string> DefaultVpcAsync(this AppSandbox sandbox) =>
        (await sandbox.Ec2.DescribeVpcsAsync(new DescribeVpcsRequest { Filters = [new("is-default", ["true"])] })).Vpcs.Single().VpcId;

    /// <summary>The default subnets by zone.</summary>
    internal static async Task<List<Subnet>> SubnetsAsync(this AppSandbox sandbox) =>
        [.. (await sandbox.Ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = [new("default-for-az", ["true"])] })).Subnets.OrderBy(subnet => subnet.AvailabilityZone, StringComparer.Ordinal)];
}
