using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>Launches instances for groups.</summary>
internal static class GroupLauncher
{
    private const string Requester = "autoscaling.amazonaws.com";

    /// <summary>How long a group waits after a launch that failed in every zone.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Launches one instance in the zone that has the fewest, or, where that does not go, in the next.</summary>
    /// <returns>The group with the instance in it, or with the time of its next try.</returns>
    public static ScalingGroup Launch(SandboxState state, ScalingGroup group, string cause, LaunchSource template, bool isSurplus = false, string? onlyZone = null)
    {
        // Only what failed last is written down: the others are tried in the same breath.
        (string Message, Ec2Subnet Subnet)? failure = null;
        foreach (Ec2Subnet subnet in ByNeed(state, group).Where(subnet => onlyZone is null || subnet.Zone == onlyZone))
        {
            try
            {
                return Launch(state, group, subnet, cause, template, isSurplus);
            }
            catch (ServiceError error)
            {
                failure = (error.Message, subnet);
            }
        }

        if (failure is { } failed)
        {
            string message = $"{failed.Message} Launching EC2 instance failed.";
            string id = ScalingActivities.Begin(
                state, group, $"Launching a new EC2 instance.  Status Reason: {message}", cause, "Failed", 100, failed.Subnet.Zone, failed.Subnet.Id);
            ScalingActivities.Fail(state, id, message);
            ScalingActivities.Notify(state, group, "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "failed launch", null, id);
        }

        return group with { RetryAt = state.Now + Pause };
    }

    /// <summary>The parameters of RunInstances for an instance of a group, a launch template's among them.</summary>
    /// <exception cref="ServiceError">There is no such template or version.</exception>
    public static JsonObject Parameters(SandboxState state, string region, LaunchSource template, string? subnetId)
    {
        JsonObject resolved = LaunchParameters.Resolve(state, region, new JsonObject { ["LaunchTemplate"] = Write(template) });
        return subnetId is null ? resolved : LaunchParameters.InSubnet(resolved, subnetId);
    }

    /// <summary>A template as EC2's parameters name it: by its id alone.</summary>
    public static JsonObject Write(LaunchSource template) => new() { ["LaunchTemplateId"] = template.Id, ["Version"] = template.Version };

    /// <summary>The version of a launch template that a source means now.</summary>
    /// <exception cref="ServiceError">There is none.</exception>
    public static string VersionOf(SandboxState state, string region, LaunchSource template)
    {
        Ec2LaunchTemplate known = LaunchTemplates.Require(state, region, new JsonObject { ["LaunchTemplateId"] = template.Id });
        return LaunchTemplates.Version(known, template.Version ?? LaunchTemplates.Default).Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>How many instances that are to stay a group has in each zone.</summary>
    public static Dictionary<string, int> Counts(SandboxState state, ScalingGroup group)
    {
        Dictionary<string, int> counts = Subnets(state, group).Select(subnet => subnet.Zone).Distinct().ToDictionary(zone => zone, _ => 0);
        foreach (ScalingInstance member in group.Alive.Where(member => counts.ContainsKey(member.Zone)))
        {
            counts[member.Zone]++;
        }

        return counts;
    }

    /// <summary>The subnets of a group that are still there.</summary>
    public static IEnumerable<Ec2Subnet> Subnets(SandboxState state, ScalingGroup group) =>
        group.SubnetIds.Select(id => NetworkState.Of(state).Subnets.TryGet(id, out Ec2Subnet? subnet) ? subnet : null).OfType<Ec2Subnet>();

    // Working zones first, among them the one with the fewest instances; within a zone the subnet with the fewest.
    private static IEnumerable<Ec2Subnet> ByNeed(SandboxState state, ScalingGroup group)
    {
        Dictionary<string, int> counts = Counts(state, group);
        return Subnets(state, group)
            .OrderBy(subnet => Zones.IsImpaired(state, subnet.Zone))
            .ThenBy(subnet => counts[subnet.Zone])
            .ThenBy(subnet => group.Alive.Count(member => member.SubnetId == subnet.Id));
    }

    private static ScalingGroup Launch(SandboxState state, ScalingGroup group, Ec2Subnet subnet, string cause, LaunchSource template, bool isSurplus)
    {
        string version = VersionOf(state, group.Region, template);
        JsonObject parameters = Parameters(state, group.Region, template with { Version = version }, subnet.Id);
        var tags = group.Tags.Where(tag => tag.Value.IsPropagated).ToDictionary(tag => tag.Key, tag => tag.Value.Value);
        var serviceTags = new Dictionary<string, string>
        {
            ["aws:autoscaling:groupName"] = group.Name,
            ["aws:ec2launchtemplate:id"] = template.Id,
            ["aws:ec2launchtemplate:version"] = version,
        };
        Ec2Instance instance = InstanceLauncher.Launch(state, group.Region, AddTags(parameters, tags), requesterId: Requester, serviceTags: serviceTags)[0];
        string id = ScalingActivities.Begin(state, group, $"Launching a new EC2 instance: {instance.Id}", cause, "PreInService", 30, subnet.Zone, subnet.Id);
        return group.With(new ScalingInstance
        {
            Id = instance.Id,
            SubnetId = subnet.Id,
            Zone = subnet.Zone,
            Type = instance.Type,
            ImageId = instance.ImageId,
            Template = template with { Version = version },
            Launched = state.Now,
            IsProtected = group.ProtectsNewInstances,
            IsSurplus = isSurplus,
            ActivityId = id,
        }) with { RetryAt = null };
    }

    private static JsonObject AddTags(JsonObject parameters, Dictionary<string, string> tags) => tags.Count == 0 ? parameters : LaunchParameters.Merge(parameters, new JsonObject
    {
        ["TagSpecifications"] = new JsonArray(new JsonObject
        {
            ["ResourceType"] = "instance",
            ["Tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]),
        }),
    });
}
