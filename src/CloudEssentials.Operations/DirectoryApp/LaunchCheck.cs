using CloudEssentials.Aws.Accounts;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Checks everything that can be known before instances are launched, so that nothing is half made for want of it.</summary>
internal sealed class LaunchCheck(NewDirectoryAppInstanceRequest request, DirectoryAppSpec spec, AccountPlace place, IOperationHost host, CancellationToken cancellationToken)
{
    private readonly LaunchGateway _gateway = new(place.Connection);
    private readonly RoleGateway _roles = new(place.Connection);

    /// <summary>What is wrong with bucket and table, each in a sentence.</summary>
    internal IReadOnlyList<string> StorageFaults { get; private set; } = [];

    /// <summary>Makes sure that an image is for the instances' architecture.</summary>
    /// <exception cref="CloudException"><c>ArchitectureMismatch</c>.</exception>
    internal static void CheckImage(LaunchImage image, DirectoryAppSpec spec)
    {
        if (image.Architecture.Length > 0 && image.Architecture != spec.ArchitectureUsed)
        {
            throw new CloudException(
                "ArchitectureMismatch",
                $"-ImageId: {image.ImageId} is for {image.Architecture}, and {spec.InstanceType} is {spec.ArchitectureUsed}.",
                CloudErrorCategory.InvalidArgument,
                image.ImageId,
                $"Choose an image for {spec.ArchitectureUsed}, or a type for {image.Architecture}, such as {(image.Architecture == InstanceTypes.Arm ? "t4g.micro" : "t3.micro")}.");
        }
    }

    /// <summary>Makes sure that the key pair is there, where one is named.</summary>
    /// <exception cref="CloudException"><c>KeyPairNotFound</c>.</exception>
    internal static async Task CheckKeyAsync(LaunchGateway gateway, DirectoryAppSpec spec, CancellationToken cancellationToken)
    {
        if (spec.KeyName is not { } key)
            return;
        if (!await gateway.HasKeyPairAsync(key, cancellationToken).ConfigureAwait(false))
            throw new CloudException("KeyPairNotFound", $"-KeyName: there is no key pair '{key}' in {spec.Region}.", CloudErrorCategory.ObjectNotFound, key, "Key pairs belong to one Region. Session Manager opens a shell without one.");
    }

    /// <summary>Checks.</summary>
    /// <param name="live">The instances of the name that there are.</param>
    /// <returns>What is to be launched.</returns>
    internal async Task<LaunchPlan> RunAsync(IReadOnlyList<DirectoryAppInstance> live)
    {
        Task<LaunchImage> image = _gateway.ImageAsync(spec.ImageUsed, cancellationToken);
        Task<IReadOnlyList<LaunchSubnet>> subnets = SubnetsAsync();
        Task storage = CheckStorageAsync();
        Task others = Task.WhenAll(CheckNameAsync(), CheckKeyAsync(_gateway, spec, cancellationToken));
        await Task.WhenAll(image, subnets, storage, others).ConfigureAwait(false);
        CheckImage(await image.ConfigureAwait(false), spec);
        IReadOnlyList<LaunchSubnet> places = await subnets.ConfigureAwait(false);
        await CheckSecurityGroupsAsync(places[0].VpcId).ConfigureAwait(false);
        List<(int, LaunchSubnet)> launches = Launches(live, places);
        if (launches.Count > 0)
            await CheckRoleAsync().ConfigureAwait(false);
        return new(await image.ConfigureAwait(false), places[0].VpcId, launches);
    }

    private List<(int, LaunchSubnet)> Launches(IReadOnlyList<DirectoryAppInstance> live, IReadOnlyList<LaunchSubnet> subnets)
    {
        int missing = request.Count - live.Count;
        if (missing < 0)
            host.WriteWarning($"There are {live.Count} instances of {spec.Name}, and -Count {request.Count} removes none: Remove-DirectoryAppInstance -InstanceId does.");
        if (missing <= 0)
            return [];
        IReadOnlyList<LaunchSubnet> chosen = LaunchSubnet.Spread(subnets, live.Select(instance => instance.AvailabilityZone), missing);
        foreach (IGrouping<LaunchSubnet, LaunchSubnet> full in chosen.GroupBy(subnet => subnet).Where(group => group.Key.FreeAddresses < group.Count()))
            throw new CloudException("SubnetFull", $"The subnet {full.Key.SubnetId} has {full.Key.FreeAddresses} free addresses, and {full.Count()} instances would be in it.", CloudErrorCategory.LimitsExceeded, full.Key.SubnetId, "Name more subnets.");
        string[] zones = [.. chosen.Select(subnet => subnet.AvailabilityZone).Concat(live.Select(instance => instance.AvailabilityZone)).Distinct()];
        if (request.Count > 1 && zones.Length == 1)
            host.WriteWarning($"All instances would be in {zones[0]}: if it fails, so does the application. Name subnets of at least two zones.");
        if (chosen.FirstOrDefault(subnet => !subnet.GivesPublicAddress) is { } hidden)
            host.WriteWarning($"Instances in {hidden.SubnetId} get no public address: the application is reached from within its network alone, and installs only where there is another way to the internet.");
        IEnumerable<int> free = Enumerable.Range(1, request.Count + live.Count).Except(live.Select(instance => instance.Number!.Value));
        return [.. free.Zip(chosen)];
    }

    private async Task<IReadOnlyList<LaunchSubnet>> SubnetsAsync()
    {
        Task<IReadOnlyList<string>> offering = _gateway.ZonesOfferingAsync(spec.InstanceType, cancellationToken);
        IReadOnlyList<LaunchSubnet> subnets = request.SubnetId.Length > 0
            ? await _gateway.SubnetsAsync(request.SubnetId, cancellationToken).ConfigureAwait(false)
            : await _gateway.DefaultSubnetsAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> zones = await offering.ConfigureAwait(false);
        if (zones.Count == 0)
            throw new CloudException("InstanceTypeNotOffered", $"-InstanceType: {spec.InstanceType} is not to be had in {spec.Region}.", CloudErrorCategory.InvalidArgument, spec.InstanceType, "Choose another type, or another -Region.");
        if (subnets.Count == 0)
            throw new CloudException("NoDefaultSubnet", $"{spec.Region} has no default subnet.", CloudErrorCategory.ObjectNotFound, spec.Region, "Name subnets with -SubnetId, or make the default network anew (aws ec2 create-default-vpc).");
        if (subnets.Select(subnet => subnet.VpcId).Distinct().Count() > 1)
        {
            throw new CloudException(
                "SubnetsOfTwoNetworks",
                $"-SubnetId: the subnets are of different networks: {string.Join(", ", subnets.Select(subnet => $"{subnet.SubnetId} of {subnet.VpcId}"))}.",
                CloudErrorCategory.InvalidArgument,
                request.SubnetId,
                "A security group belongs to one network: name subnets of one.");
        }

        // Of the default subnets those do not count whose zone does not have the type; one that was named is meant.
        LaunchSubnet[] able = [.. subnets.Where(subnet => zones.Contains(subnet.AvailabilityZone))];
        LaunchSubnet? unable = request.SubnetId.Length > 0 || able.Length == 0 ? subnets.FirstOrDefault(subnet => !zones.Contains(subnet.AvailabilityZone)) : null;
        return unable is null
            ? able
            : throw new CloudException(
                "InstanceTypeNotOffered",
                $"-InstanceType: {spec.InstanceType} is not to be had in {unable.AvailabilityZone}, where {unable.SubnetId} is.",
                CloudErrorCategory.InvalidArgument,
                spec.InstanceType,
                $"It is to be had in {string.Join(", ", zones)}: name subnets there, or another type.");
    }

    private async Task CheckNameAsync()
    {
        if (await _gateway.HasNetworkAsync(spec.Name, cancellationToken).ConfigureAwait(false))
            throw new CloudException("AppNameInUse", $"-Name: {spec.Name} is a whole application that New-DirectoryApp made.", CloudErrorCategory.ResourceExists, spec.Name, "Choose another name for instances that stand by themselves.");
    }

    private async Task CheckSecurityGroupsAsync(string vpcId)
    {
        bool letsHttpIn = request.SecurityGroupId.Length == 0;
        foreach (string id in request.SecurityGroupId)
        {
            (string groupVpc, bool http, bool ssh) = await _gateway.SecurityGroupAsync(id, cancellationToken).ConfigureAwait(false);
            if (groupVpc != vpcId)
                throw new CloudException("SecurityGroupElsewhere", $"-SecurityGroupId: {id} belongs to {groupVpc}, and the subnets to {vpcId}.", CloudErrorCategory.InvalidArgument, id, "Name a group of the subnets' own network, or none.");
            letsHttpIn |= http;
            if (ssh)
                host.WriteWarning($"{id} lets SSH in. Session Manager opens a shell without it.");
        }

        if (!letsHttpIn)
            host.WriteWarning($"No rule of {string.Join(", ", request.SecurityGroupId)} lets port 80 in: nobody will reach the application.");
    }

    private async Task CheckStorageAsync()
    {
        string?[] faults = await Task.WhenAll(
            _gateway.BucketFaultAsync(spec.PhotosBucket, cancellationToken),
            _gateway.TableFaultAsync(spec.TableName, cancellationToken)).ConfigureAwait(false);
        StorageFaults = [.. faults.OfType<string>()];
        if (request.CreateStorage)
            return;
        foreach (string fault in StorageFaults)
            host.WriteWarning($"{fault} The application starts all the same; -CreateStorage makes what is missing.");
    }

    private async Task CheckRoleAsync()
    {
        string roleArn = place.Arn($"role/{spec.GlobalNameOf("instance")}");
        if (request.InstanceProfile is { } profile)
        {
            (string Arn, IReadOnlyList<string> Roles)? found = await _roles.FindInstanceProfileAsync(profile, cancellationToken).ConfigureAwait(false);
            if (found is null)
                throw new CloudException("InstanceProfileNotFound", $"-InstanceProfile: there is no instance profile '{profile}'.", CloudErrorCategory.ObjectNotFound, profile, "New-WorkloadRole makes one; without -InstanceProfile one is made with just what the application needs.");
            if (found.Value.Roles.Count == 0)
                throw new CloudException("InstanceProfileEmpty", $"-InstanceProfile: '{profile}' carries no role.", CloudErrorCategory.InvalidArgument, profile, "Put a role into it (aws iam add-role-to-instance-profile).");
            roleArn = (await _roles.FindAsync(found.Value.Roles[0], cancellationToken).ConfigureAwait(false))?.Arn ?? roleArn;
        }

        await _roles.CheckMayPassAsync(place.Caller.Arn, roleArn, "ec2.amazonaws.com", cancellationToken).ConfigureAwait(false);
    }
}
