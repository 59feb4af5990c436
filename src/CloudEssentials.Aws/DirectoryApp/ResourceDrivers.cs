namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>The drivers of all types of which an application consists.</summary>
internal static class ResourceDrivers
{
    /// <summary>One a type.</summary>
    internal static IReadOnlyList<IResourceDriver> All { get; } =
    [
        new VpcDriver(), new InternetGatewayDriver(), new GatewayAttachmentDriver(), new SubnetDriver(), new AddressDriver(), new NatGatewayDriver(),
        new RouteTableDriver(), new RouteDriver(), new AssociationDriver(), new EndpointDriver(), new SecurityGroupDriver(), new InstanceDriver(),
        new BucketDriver(), new BucketPolicyDriver(), new TableDriver(), new RoleDriver(), new InstanceProfileDriver(), new LaunchTemplateDriver(),
        new LoadBalancerDriver(), new TargetGroupDriver(), new ListenerDriver(), new GroupDriver(), new ScalingPolicyDriver(),
        new TopicDriver(), new SubscriptionDriver(), new AlarmDriver(),
    ];
}
