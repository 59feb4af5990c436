namespace CloudEssentials.Sandbox;

/// <summary>
/// How long things take in a sandbox account, by its clock. The defaults are a fraction of what AWS takes, so that nobody waits for
/// long, and long enough that a caller who does not wait at all finds out.
/// </summary>
public sealed record SandboxTimings
{
    /// <summary>Nothing takes any time.</summary>
    public static SandboxTimings None { get; } = new()
    {
        InstancePending = TimeSpan.Zero,
        UserData = TimeSpan.Zero,
        ServiceStart = TimeSpan.Zero,
        InstanceStopping = TimeSpan.Zero,
        InstanceShuttingDown = TimeSpan.Zero,
        StatusChecks = TimeSpan.Zero,
        InstanceProfile = TimeSpan.Zero,
        NatGatewayPending = TimeSpan.Zero,
        NatGatewayDeleting = TimeSpan.Zero,
        VpcEndpointPending = TimeSpan.Zero,
        TableCreating = TimeSpan.Zero,
        TableUpdating = TimeSpan.Zero,
        TableDeleting = TimeSpan.Zero,
        TableBackups = TimeSpan.Zero,
        LoadBalancerProvisioning = TimeSpan.Zero,
        LoadBalancerInterfaces = TimeSpan.Zero,
        InitialHealthCheck = TimeSpan.Zero,
        ConnectionDraining = TimeSpan.Zero,
        InstanceRefreshPending = TimeSpan.Zero,
    };

    /// <summary>
    /// About what launching, installing and ending take on AWS, for those who ask how long something lasts there: a small Amazon Linux
    /// instance runs after half a minute and has installed the course's application three minutes later.
    /// </summary>
    public static SandboxTimings LikeAws { get; } = new()
    {
        InstancePending = TimeSpan.FromSeconds(30),
        UserData = TimeSpan.FromMinutes(3),
        ServiceStart = TimeSpan.FromSeconds(15),
        InstanceStopping = TimeSpan.FromSeconds(30),
        InstanceShuttingDown = TimeSpan.FromSeconds(60),
    };

    /// <summary>From the launch or the start of an instance until it runs.</summary>
    public TimeSpan InstancePending { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From when a new instance runs until its user data has done its work.</summary>
    public TimeSpan UserData { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From when an instance runs again until the services that start with it answer.</summary>
    public TimeSpan ServiceStart { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the call that stops an instance until it is stopped.</summary>
    public TimeSpan InstanceStopping { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the call that terminates an instance until it is terminated.</summary>
    public TimeSpan InstanceShuttingDown { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From when an instance runs until its status checks have passed.</summary>
    public TimeSpan StatusChecks { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long EC2 does not know a new instance profile; see "IAM eventual consistency" in the IAM User Guide.</summary>
    public TimeSpan InstanceProfile { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From the creation of a NAT gateway until it is available.</summary>
    public TimeSpan NatGatewayPending { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the call that deletes a NAT gateway until it is deleted.</summary>
    public TimeSpan NatGatewayDeleting { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the creation of an interface endpoint of a VPC until it is available.</summary>
    public TimeSpan VpcEndpointPending { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the creation of a table until it is active.</summary>
    public TimeSpan TableCreating { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the call that changes a table until it is active again.</summary>
    public TimeSpan TableUpdating { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the call that deletes a table until it is gone.</summary>
    public TimeSpan TableDeleting { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From when a table is active until its continuous backups can be changed.</summary>
    public TimeSpan TableBackups { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the creation of a load balancer until it is active.</summary>
    public TimeSpan LoadBalancerProvisioning { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From the deletion of a load balancer until its network interfaces are gone, and its subnets and security groups free.</summary>
    public TimeSpan LoadBalancerInterfaces { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From when a new target answers until its first health check has found out.</summary>
    public TimeSpan InitialHealthCheck { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From when a target without open requests is deregistered until its load balancer has let go of it, at most.</summary>
    public TimeSpan ConnectionDraining { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the call that starts an instance refresh until it begins to replace instances.</summary>
    public TimeSpan InstanceRefreshPending { get; init; } = TimeSpan.FromSeconds(1);
}
