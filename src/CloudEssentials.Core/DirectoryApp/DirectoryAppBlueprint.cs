namespace CloudEssentials.DirectoryApp;

/// <summary>Says of what resources the directory application consists: the course's own build, with least privilege and private storage.</summary>
public static class DirectoryAppBlueprint
{
    /// <summary>The whole application, spread over zones behind a load balancer.</summary>
    /// <param name="spec">What it is to be.</param>
    /// <returns>Its resources, each after those that it needs.</returns>
    /// <exception cref="CloudException">The errors of <see cref="DirectoryAppSpec.Check"/>.</exception>
    public static IReadOnlyList<AppResource> Stack(DirectoryAppSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Blueprint blueprint = new(spec.Check());
        NetworkPart.Add(blueprint);
        SecurityGroupPart.AddForStack(blueprint);
        StoragePart.Add(blueprint);
        RolePart.Add(blueprint, "App", spec.GlobalNameOf("app"));
        ServingPart.AddTemplate(blueprint, "AppProfile");
        ServingPart.AddLoadBalancer(blueprint);
        WatchPart.AddTopic(blueprint);
        ServingPart.AddGroup(blueprint);
        WatchPart.AddAlarms(blueprint);
        return blueprint.Resources;
    }

    /// <summary>What instances that stand by themselves need beside the subnets that are there.</summary>
    /// <param name="spec">What the application is to be; of its network, zones and numbers nothing counts.</param>
    /// <param name="parts">Which resources to make.</param>
    /// <param name="vpcId">The VPC of the instances' subnets; null for the default one.</param>
    /// <returns>The resources, each after those that it needs.</returns>
    /// <exception cref="CloudException">The errors of <see cref="DirectoryAppSpec.Check"/>.</exception>
    public static IReadOnlyList<AppResource> Instance(DirectoryAppSpec spec, InstanceParts parts, string? vpcId = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Blueprint blueprint = new(spec.Check());
        if (parts.HasFlag(InstanceParts.Storage))
            StoragePart.Add(blueprint);
        if (parts.HasFlag(InstanceParts.Role))
            RolePart.Add(blueprint, "Instance", spec.GlobalNameOf("instance"));
        if (parts.HasFlag(InstanceParts.SecurityGroup))
            SecurityGroupPart.AddForInstance(blueprint, vpcId);
        return blueprint.Resources;
    }
}
