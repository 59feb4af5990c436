using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Launches instances: for RunInstances, and for services that launch them on the account's behalf.</summary>
internal static class InstanceLauncher
{
    private static readonly string[] AliveStates = [InstanceLifecycle.Pending, InstanceLifecycle.Running];

    // "The client token is valid for at least 24 hours after the termination of the instance": until then a repeated call must find them.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    /// <summary>Launches instances from parameters in RunInstances' names; a launch template in them is resolved.</summary>
    /// <param name="state">The account's state.</param>
    /// <param name="region">The Region.</param>
    /// <param name="parameters">The parameters, such as <c>{"LaunchTemplate": {"LaunchTemplateId": ..., "Version": ...}, "SubnetId": ...}</c>.</param>
    /// <param name="minimum">How many at least.</param>
    /// <param name="maximum">How many if there is room.</param>
    /// <param name="requesterId">The service that launches on somebody's behalf; null for the account itself.</param>
    /// <param name="serviceTags">Tags that the service adds, such as <c>aws:autoscaling:groupName</c>.</param>
    /// <returns>The instances, of one reservation.</returns>
    /// <exception cref="ServiceError">EC2 would not launch them: nothing has been changed.</exception>
    public static IReadOnlyList<Ec2Instance> Launch(
        SandboxState state,
        string region,
        JsonObject parameters,
        int minimum = 1,
        int maximum = 1,
        string? requesterId = null,
        IReadOnlyDictionary<string, string>? serviceTags = null) => Launch(
            state,
            LaunchPlan.Make(state, region, LaunchParameters.Resolve(state, region, parameters)) with { RequesterId = requesterId, ServiceTags = serviceTags },
            minimum,
            maximum);

    /// <summary>Launches what has been planned.</summary>
    public static IReadOnlyList<Ec2Instance> Launch(SandboxState state, LaunchPlan plan, int minimum, int maximum)
    {
        ForgetEnded(state);
        int count = Math.Min(maximum, Math.Min(Quota(state, plan), Room(state, plan)));
        if (count < minimum)
        {
            throw Quota(state, plan) < minimum
                ? VcpuLimit(state)
                : new ServiceError(
                    "InsufficientFreeAddressesInSubnet",
                    $"There are not enough free addresses in subnet '{plan.Subnet.Id}' to satisfy the requested number of instances.");
        }

        string reservation = state.NewId("r-", 17, IdGenerator.Hexadecimal);
        List<Ec2Instance> made = [];
        for (int index = 0; index < count; index++)
        {
            made.Add(Make(state, plan, reservation, index));
        }

        return made;
    }

    /// <summary>How many instances of a type the quota for vCPUs leaves room for.</summary>
    public static int Quota(SandboxState state, string region, InstanceTypeFacts type)
    {
        int used = InstanceState.Of(state).Instances.Current.Values
            .Where(instance => instance.Region == region && AliveStates.Contains(InstanceLifecycle.StateOf(state, instance)))
            .Sum(instance => InstanceTypes.Find(instance.Type)?.Vcpus ?? 0);
        return Math.Max(0, state.Options.StandardVcpuQuota - used) / type.Vcpus;
    }

    public static ServiceError VcpuLimit(SandboxState state) => new(
        "VcpuLimitExceeded",
        $"You have requested more vCPU capacity than your current vCPU limit of {state.Options.StandardVcpuQuota} allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.");

    private static int Quota(SandboxState state, LaunchPlan plan) => Quota(state, plan.Subnet.Region, plan.Type);

    private static int Room(SandboxState state, LaunchPlan plan) => plan.Interfaces
        .GroupBy(made => made.Subnet.Id)
        .Min(same => same.Any(made => made.PrivateIp is not null) ? 1 : NetworkInterfaces.FreeAddresses(state, same.First().Subnet) / same.Count());

    private static Ec2Instance Make(SandboxState state, LaunchPlan plan, string reservation, int index)
    {
        string id = state.NewId("i-", 17, IdGenerator.Hexadecimal);
        List<Ec2NetworkInterface> interfaces = [.. plan.Interfaces.Select(planned => Attach(state, plan, planned, id))];
        foreach (Ec2Volume volume in plan.Volumes)
        {
            string volumeId = state.NewId("vol-", 17, IdGenerator.Hexadecimal);
            InstanceState.Of(state).Volumes[volumeId] = volume with
            {
                Id = volumeId,
                Zone = plan.Subnet.Zone,
                InstanceId = id,
                Attached = state.Now,
                Tags = plan.Tags["volume"],
            };
        }

        Ec2Instance instance = plan.Preview() with
        {
            Id = id,
            ReservationId = reservation,
            LaunchIndex = index,
            Created = state.Now,
            Started = state.Now,
            AssociationId = plan.Profile is null ? null : state.NewId("iip-assoc-", 17, IdGenerator.Hexadecimal),
            HadInternetAtFirstBoot = interfaces.Exists(attached => Routing.ReachesInternet(state, attached)),
        };
        InstanceState.Of(state).Instances[id] = instance;
        return instance;
    }

    private static Ec2NetworkInterface Attach(SandboxState state, LaunchPlan plan, LaunchInterface planned, string instanceId)
    {
        string id = state.NewId("eni-", 17, IdGenerator.Hexadecimal);
        var attached = new Ec2NetworkInterface
        {
            Id = id,
            Region = planned.Subnet.Region,
            SubnetId = planned.Subnet.Id,
            VpcId = planned.Subnet.VpcId,
            Zone = planned.Subnet.Zone,
            PrivateIp = planned.PrivateIp ?? NetworkInterfaces.NextAddress(state, planned.Subnet),
            PublicIp = planned.MapsPublicIp ? NetworkInterfaces.NewPublicAddress(state) : null,
            MapsPublicIp = planned.MapsPublicIp,
            SecurityGroupIds = planned.GroupIds,
            Description = planned.Description,
            InstanceId = instanceId,
            AttachmentId = state.NewId("eni-attach-", 17, IdGenerator.Hexadecimal),
            DeviceIndex = planned.DeviceIndex,
            DeleteOnTermination = planned.DeleteOnTermination,
            Created = state.Now,
            Tags = plan.Tags["network-interface"],
        };
        NetworkState.Of(state).NetworkInterfaces[id] = attached;
        return attached;
    }

    // What nobody can see any more is forgotten.
    private static void ForgetEnded(SandboxState state)
    {
        InstanceState known = InstanceState.Of(state);
        HashSet<string> ended = [.. known.Instances.Current.Values
            .Where(instance => InstanceLifecycle.TerminatedAt(state, instance) + Remembered <= state.Now)
            .Select(instance => instance.Id)];
        if (ended.Count == 0)
        {
            return;
        }

        foreach (Ec2Volume volume in known.Volumes.Current.Values.Where(volume => volume.InstanceId is { } id && ended.Contains(id)))
        {
            if (volume.DeleteOnTermination)
            {
                known.Volumes.Remove(volume.Id);
            }
            else
            {
                known.Volumes[volume.Id] = volume with { InstanceId = null, Device = null, Attached = null };
            }
        }

        foreach (string id in ended)
        {
            known.Instances.Remove(id);
        }

        foreach (Ec2NetworkInterface gone in NetworkState.Of(state).NetworkInterfaces.Current.Values.Where(made => made.GoneAt + Remembered <= state.Now))
        {
            NetworkState.Of(state).NetworkInterfaces.Remove(gone.Id);
        }
    }
}
