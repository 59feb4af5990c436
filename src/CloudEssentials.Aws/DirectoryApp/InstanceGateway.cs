using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using CloudEssentials.Aws.Clients;
using CloudEssentials.Aws.Connections;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>The instances of the directory application.</summary>
/// <param name="connection">The account, in the instances' Region.</param>
/// <param name="accountId">The account's twelve digits.</param>
public sealed class InstanceGateway(AwsConnection connection, string accountId)
{
    private const string _standalone = "Standalone";
    private const string _numberKey = "ApplicationNumber";
    private const string _bucketKey = "PhotosBucket";
    private const string _tableKey = "EmployeesTable";
    private const string _startupKey = "AppStartup";

    // More than EC2 remembers of a number that was launched and terminated over and over within a day.
    private const int _mostGenerations = 100;

    // A new instance profile is unknown to EC2 for some seconds, and so is a new security group at times.
    private static readonly TimeSpan _lag = TimeSpan.FromMinutes(2);

    private readonly AmazonEC2Client _client = connection.Ec2();

    /// <summary>Finds instances of the application, terminated ones too as long as EC2 shows them.</summary>
    /// <param name="name">The application's name; null for any.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The instances by name and number.</returns>
    public Task<IReadOnlyList<DirectoryAppInstance>> FindAsync(string? name, CancellationToken cancellationToken) =>
        SearchAsync([name is null ? new("tag-key", [AppScope.TagKey]) : new($"tag:{AppScope.TagKey}", [name])], cancellationToken);

    /// <summary>Finds instances by their ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Those that are there and bear the application's tag.</returns>
    public Task<IReadOnlyList<DirectoryAppInstance>> GetAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        SearchAsync([new("instance-id", [.. ids])], cancellationToken);

    /// <summary>Launches an instance, or finds the one that an earlier call launched whose answer was lost.</summary>
    /// <param name="launch">What to launch.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The instance.</returns>
    public async Task<DirectoryAppInstance> LaunchAsync(InstanceLaunch launch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(launch);
        WaitClock.Use(connection.Clock);
        for (int generation = launch.Generation; generation < launch.Generation + _mostGenerations; generation++)
        {
            if (await LaunchOnceAsync(launch, generation, cancellationToken).ConfigureAwait(false) is { } instance)
                return instance;
        }

        throw new CloudException("LaunchRefused", $"EC2 takes every launch of instance {launch.Number} of {launch.Spec.Name} for one whose instance is terminated.", CloudErrorCategory.InvalidOperation, launch.Spec.Name, "Choose another -Name, or try again tomorrow.");
    }

    /// <summary>Starts instances.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task StartAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _client.StartInstancesAsync(new() { InstanceIds = [.. ids] }, cancellationToken);

    /// <summary>Stops instances.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task StopAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _client.StopInstancesAsync(new() { InstanceIds = [.. ids] }, cancellationToken);

    /// <summary>Terminates instances.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task TerminateAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => _client.TerminateInstancesAsync(new() { InstanceIds = [.. ids] }, cancellationToken);

    private static bool IsUnknownYet(AmazonServiceException exception) => exception.ErrorCode switch
    {
        "InvalidGroup.NotFound" or "InvalidSubnetID.NotFound" => true,
        "InvalidParameterValue" => exception.Message.Contains("iamInstanceProfile", StringComparison.OrdinalIgnoreCase) || exception.Message.Contains("IAM Instance Profile", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Launches; null where the token belongs to an instance that is gone.</summary>
    private async Task<DirectoryAppInstance?> LaunchOnceAsync(InstanceLaunch launch, int generation, CancellationToken cancellationToken)
    {
        string token = Token(launch, generation);
        try
        {
            RunInstancesResponse answer = await Eventually.CallAsync(() => _client.RunInstancesAsync(Request(launch, token), cancellationToken), IsUnknownYet, _lag, cancellationToken).ConfigureAwait(false);
            Instance launched = answer.Reservation.Instances[0];
            // A repeated call may answer with an instance that was terminated since.
            DirectoryAppInstance instance = Read(launched) with { Name = launch.Spec.Name };
            DirectoryAppInstance? seen = await SingleAsync(new("instance-id", [launched.InstanceId]), cancellationToken).ConfigureAwait(false);
            return (seen ?? instance).IsLive ? seen ?? instance : null;
        }
        catch (AmazonEC2Exception exception) when (exception.ErrorCode == "IdempotentInstanceTerminated")
        {
            return null;
        }
        catch (AmazonEC2Exception exception) when (exception.ErrorCode == "IdempotentParameterMismatch")
        {
            // An earlier run launched this number with other parameters, and searches by tag did not show it yet.
            return (await SeeAsync(token, cancellationToken).ConfigureAwait(false)) is { IsLive: true } earlier ? earlier : null;
        }
    }

    private async Task<DirectoryAppInstance?> SeeAsync(string token, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < 6; attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(attempt), connection.Clock, cancellationToken).ConfigureAwait(false);
            if (await SingleAsync(new("client-token", [token]), cancellationToken).ConfigureAwait(false) is { } found)
                return found;
        }

        return null;
    }

    private async Task<DirectoryAppInstance?> SingleAsync(Filter filter, CancellationToken cancellationToken) =>
        await SearchAsync([filter], cancellationToken).ConfigureAwait(false) is [var found, ..] ? found : null;

    private string Token(InstanceLaunch launch, int generation)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{accountId}/{connection.Region}/{launch.Spec.Name}/{launch.Number}/{generation}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
    }

    private static RunInstancesRequest Request(InstanceLaunch launch, string token)
    {
        DirectoryAppSpec spec = launch.Spec;
        return new()
        {
            ClientToken = token,
            ImageId = launch.Image.ImageId,
            InstanceType = spec.InstanceType,
            MinCount = 1,
            MaxCount = 1,
            SubnetId = launch.SubnetId,
            SecurityGroupIds = [.. launch.SecurityGroupId],
            IamInstanceProfile = new() { Name = launch.InstanceProfile },
            KeyName = spec.KeyName,
            UserData = DirectoryAppUserData.Encode(DirectoryAppUserData.For(spec)),
            MetadataOptions = new() { HttpEndpoint = InstanceMetadataEndpointState.Enabled, HttpTokens = HttpTokensState.Required, HttpPutResponseHopLimit = 1 },
            BlockDeviceMappings = [new() { DeviceName = launch.Image.RootDevice, Ebs = new() { Encrypted = true, VolumeSize = launch.Image.RootSize, VolumeType = VolumeType.Gp3, DeleteOnTermination = true } }],
            TagSpecifications = [.. AppTags.ForEc2(Tags(launch), ResourceType.Instance), .. AppTags.ForEc2(Tags(launch), ResourceType.Volume)],
        };
    }

    private static Dictionary<string, string> Tags(InstanceLaunch launch) => new(launch.Spec.Tags, StringComparer.Ordinal)
    {
        [AppScope.TagKey] = launch.Spec.Name,
        [AppScope.PartTagKey] = _standalone,
        ["Name"] = string.Create(CultureInfo.InvariantCulture, $"{launch.Spec.Name}-{launch.Number}"),
        [_numberKey] = launch.Number.ToString(CultureInfo.InvariantCulture),
        [_bucketKey] = launch.Spec.PhotosBucket,
        [_tableKey] = launch.Spec.TableName,
        [_startupKey] = $"{launch.Spec.Startup}",
    };

    private async Task<IReadOnlyList<DirectoryAppInstance>> SearchAsync(List<Filter> filters, CancellationToken cancellationToken)
    {
        List<DirectoryAppInstance> found = [];
        await foreach (Reservation reservation in _client.Paginators.DescribeInstances(new() { Filters = filters }).Reservations.WithCancellation(cancellationToken).ConfigureAwait(false))
            found.AddRange((reservation.Instances ?? []).Where(instance => AppTags.Value(instance.Tags, AppScope.TagKey) is not null).Select(Read));
        return [.. found.OrderBy(instance => instance.Name, StringComparer.Ordinal).ThenBy(instance => instance.Number ?? int.MaxValue).ThenBy(instance => instance.LaunchTime).ThenBy(instance => instance.InstanceId, StringComparer.Ordinal)];
    }

    private DirectoryAppInstance Read(Instance instance)
    {
        string? Tag(string key) => AppTags.Value(instance.Tags, key);
        static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
        return new()
        {
            InstanceId = instance.InstanceId,
            Name = Tag(AppScope.TagKey) ?? "",
            Region = connection.Region,
            AvailabilityZone = instance.Placement?.AvailabilityZone ?? "",
            State = instance.State?.Name?.Value ?? "",
            StateReason = Filled(instance.StateReason?.Message),
            InstanceType = instance.InstanceType?.Value ?? "",
            Architecture = instance.Architecture?.Value,
            ImageId = instance.ImageId,
            PublicDnsName = Filled(instance.PublicDnsName),
            PublicIpAddress = Filled(instance.PublicIpAddress),
            PrivateIpAddress = Filled(instance.PrivateIpAddress),
            BucketName = Tag(_bucketKey),
            TableName = Tag(_tableKey),
            Role = instance.IamInstanceProfile?.Arn is { } arn ? arn[(arn.LastIndexOf('/') + 1)..] : null,
            Startup = Enum.TryParse(Tag(_startupKey), out AppStartup startup) ? startup : null,
            SubnetId = Filled(instance.SubnetId),
            VpcId = Filled(instance.VpcId),
            SecurityGroupId = [.. (instance.SecurityGroups ?? []).Select(group => group.GroupId)],
            KeyName = Filled(instance.KeyName),
            Number = Tag(AppScope.PartTagKey) == _standalone && int.TryParse(Tag(_numberKey), CultureInfo.InvariantCulture, out int number) ? number : null,
            AutoScalingGroupName = Tag("aws:autoscaling:groupName"),
            LaunchTime = instance.LaunchTime?.ToUniversalTime(),
            AccountId = accountId,
            Source = connection.IsSandbox ? "Sandbox" : "AWS",
        };
    }
}
