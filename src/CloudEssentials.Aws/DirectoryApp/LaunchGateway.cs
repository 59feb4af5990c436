using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement.Model;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.Errors;
using CloudEssentials.DirectoryApp;
using Filter = Amazon.EC2.Model.Filter;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Answers what must be known before instances are launched: images, zones, subnets and what else the account has.</summary>
/// <param name="connection">The account, in the instances' Region.</param>
public sealed class LaunchGateway(AwsConnection connection)
{
    private const string _parameterPrefix = "resolve:ssm:";

    // As Amazon Linux 2023 has them.
    private const string _defaultRoot = "/dev/xvda";
    private const int _defaultSize = 8;

    private readonly AmazonEC2Client _client = connection.Ec2();

    /// <summary>Finds an image by its id, or by the parameter of Systems Manager that holds it.</summary>
    /// <param name="image">An id, or <c>resolve:ssm:</c> and a parameter's name.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The image.</returns>
    /// <exception cref="CloudException"><c>ImageNotFound</c>.</exception>
    public async Task<LaunchImage> ImageAsync(string image, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        string id = image.StartsWith(_parameterPrefix, StringComparison.Ordinal) ? await ParameterAsync(image[_parameterPrefix.Length..], cancellationToken).ConfigureAwait(false) : image;
        DescribeImagesResponse? answer = await Eventually.UnlessGoneAsync(
            () => _client.DescribeImagesAsync(new() { ImageIds = [id] }, cancellationToken),
            exception => exception.ErrorCode is "InvalidAMIID.NotFound" or "InvalidAMIID.Unavailable" or "InvalidAMIID.Malformed").ConfigureAwait(false);
        return answer?.Images?.FirstOrDefault() is { } found
            ? new(found.ImageId, found.Architecture?.Value ?? "", found.RootDeviceName ?? _defaultRoot, RootSize(found))
            : throw NoImage(id, $"-ImageId: there is no image '{id}' in {connection.Region} that this account may use.");
    }

    /// <summary>The zones in which an instance type is to be had.</summary>
    /// <param name="instanceType">Such as <c>t3.micro</c>.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The names of the zones, in order; none where the Region does not have it.</returns>
    public async Task<IReadOnlyList<string>> ZonesOfferingAsync(string instanceType, CancellationToken cancellationToken)
    {
        DescribeInstanceTypeOfferingsRequest request = new() { LocationType = LocationType.AvailabilityZone, Filters = [new("instance-type", [instanceType])] };
        List<string> zones = [];
        await foreach (InstanceTypeOffering offering in _client.Paginators.DescribeInstanceTypeOfferings(request).InstanceTypeOfferings.WithCancellation(cancellationToken).ConfigureAwait(false))
            zones.Add(offering.Location);
        return [.. zones.Order(StringComparer.Ordinal)];
    }

    /// <summary>Finds subnets by their ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The subnets, in the order of the ids.</returns>
    /// <exception cref="CloudException"><c>SubnetNotFound</c>.</exception>
    public async Task<IReadOnlyList<LaunchSubnet>> SubnetsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        // A filter passes over what is not there; ids alone would name the first that is missing in words of their own.
        IReadOnlyList<LaunchSubnet> found = await SubnetsWithAsync([new("subnet-id", [.. ids])], cancellationToken).ConfigureAwait(false);
        return
        [
            .. ids.Select(id => found.FirstOrDefault(subnet => subnet.SubnetId == id)
                ?? throw new CloudException("SubnetNotFound", $"-SubnetId: there is no subnet '{id}' in {connection.Region}.", CloudErrorCategory.ObjectNotFound, id, $"Give the ids of subnets of this account in {connection.Region}, or another -Region.")),
        ];
    }

    /// <summary>All subnets of the Region.</summary>
    /// <param name="cancellationToken">Stops.</param>
    public Task<IReadOnlyList<LaunchSubnet>> SubnetsAsync(CancellationToken cancellationToken) => SubnetsWithAsync([], cancellationToken);

    /// <summary>The default subnets of the Region, by zone.</summary>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>None where the Region has no default network.</returns>
    public async Task<IReadOnlyList<LaunchSubnet>> DefaultSubnetsAsync(CancellationToken cancellationToken) =>
        [.. (await SubnetsWithAsync([new("default-for-az", ["true"])], cancellationToken).ConfigureAwait(false)).OrderBy(subnet => subnet.AvailabilityZone, StringComparer.Ordinal)];

    /// <summary>Finds a security group.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Its network, and whether anything may come in to port 80, and to port 22.</returns>
    /// <exception cref="CloudException"><c>SecurityGroupNotFound</c>.</exception>
    public async Task<(string VpcId, bool LetsHttpIn, bool LetsSshIn)> SecurityGroupAsync(string id, CancellationToken cancellationToken)
    {
        DescribeSecurityGroupsResponse answer = await _client.DescribeSecurityGroupsAsync(new() { Filters = [new("group-id", [id])] }, cancellationToken).ConfigureAwait(false);
        SecurityGroup group = answer.SecurityGroups?.FirstOrDefault()
            ?? throw new CloudException("SecurityGroupNotFound", $"-SecurityGroupId: there is no security group '{id}' in {connection.Region}.", CloudErrorCategory.ObjectNotFound, id);
        return (group.VpcId, Lets(group, 80), Lets(group, 22));
    }

    /// <summary>True where there is a key pair of that name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<bool> HasKeyPairAsync(string name, CancellationToken cancellationToken) =>
        (await _client.DescribeKeyPairsAsync(new() { Filters = [new("key-name", [name])] }, cancellationToken).ConfigureAwait(false)).KeyPairs is { Count: > 0 };

    /// <summary>True where there is a network of the application's own, as <c>New-DirectoryApp</c> makes it.</summary>
    /// <param name="name">The application's name.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<bool> HasNetworkAsync(string name, CancellationToken cancellationToken) =>
        (await _client.DescribeVpcsAsync(new() { Filters = [new($"tag:{AppScope.TagKey}", [name]), new("tag-key", [AppScope.PartTagKey])] }, cancellationToken).ConfigureAwait(false)).Vpcs is { Count: > 0 };

    /// <summary>What keeps the bucket from being used.</summary>
    /// <param name="name">The bucket's name.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>A sentence; null where the bucket is there.</returns>
    /// <exception cref="CloudException"><c>BucketElsewhere</c>: it is in another Region.</exception>
    public async Task<string?> BucketFaultAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await BucketDriver.ExistsAsync(connection, name, cancellationToken).ConfigureAwait(false) ? null : $"There is no bucket '{name}' yet.";
        }
        catch (CloudException exception) when (exception.ErrorId == "BucketNotOwn")
        {
            return exception.Message;
        }
        catch (AmazonServiceException exception) when (exception.StatusCode == HttpStatusCode.NotImplemented)
        {
            return $"Whether there is a bucket '{name}' could not be asked: {exception.Message}";
        }
    }

    /// <summary>What keeps the table from being used.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>A sentence; null where the table is there.</returns>
    public async Task<string?> TableFaultAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            TableDescription table = (await connection.DynamoDb().DescribeTableAsync(new DescribeTableRequest { TableName = name }, cancellationToken).ConfigureAwait(false)).Table;
            string key = string.Join(", ", (table.KeySchema ?? []).Select(part => part.AttributeName));
            return key == "id" ? null : $"The table '{name}' has the key {key}, and the application asks for employees by id.";
        }
        catch (ResourceNotFoundException)
        {
            return $"There is no table '{name}' yet.";
        }
        catch (AmazonServiceException exception) when (AwsErrors.From(exception) is { ErrorId: "AccessDenied" })
        {
            return $"Whether there is a table '{name}' may not be asked.";
        }
    }

    private static int RootSize(Image image) =>
        (image.BlockDeviceMappings ?? []).FirstOrDefault(device => device.DeviceName == (image.RootDeviceName ?? _defaultRoot))?.Ebs?.VolumeSize ?? _defaultSize;

    private static CloudException NoImage(string image, string message) => new(
        "ImageNotFound",
        message,
        CloudErrorCategory.ObjectNotFound,
        image,
        "Images belong to one Region. Leave -ImageId out for the newest Amazon Linux 2023.");

    private static bool Lets(SecurityGroup group, int port) =>
        (group.IpPermissions ?? []).Any(rule => rule.IpProtocol == "-1" || (rule.IpProtocol is "tcp" or "6" && rule.FromPort <= port && port <= rule.ToPort));

    private async Task<string> ParameterAsync(string name, CancellationToken cancellationToken)
    {
        GetParametersResponse answer = await connection.Ssm().GetParametersAsync(new() { Names = [name] }, cancellationToken).ConfigureAwait(false);
        return answer.Parameters?.FirstOrDefault()?.Value ?? throw NoImage(name, $"-ImageId: there is no parameter '{name}' in {connection.Region} that holds an image.");
    }

    private async Task<IReadOnlyList<LaunchSubnet>> SubnetsWithAsync(List<Filter> filters, CancellationToken cancellationToken)
    {
        List<LaunchSubnet> subnets = [];
        await foreach (Subnet subnet in _client.Paginators.DescribeSubnets(new() { Filters = filters }).Subnets.WithCancellation(cancellationToken).ConfigureAwait(false))
            subnets.Add(new(subnet.SubnetId, subnet.VpcId, subnet.AvailabilityZone, subnet.AvailableIpAddressCount ?? 0, subnet.MapPublicIpOnLaunch ?? false));
        return subnets;
    }
}
