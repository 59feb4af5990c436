namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A NAT gateway, pending, available, deleting, then deleted and visible for about an hour.</summary>
internal sealed record Ec2NatGateway : Ec2Resource
{
    public required string SubnetId { get; init; }

    public required string VpcId { get; init; }

    /// <summary>The elastic address; null for a private gateway.</summary>
    public string? AllocationId { get; init; }

    public required string PrivateIp { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Its network interface.</summary>
    public required string NetworkInterfaceId { get; init; }

    /// <summary>Why it failed; null for one that did not.</summary>
    public string? FailureCode { get; init; }

    public string? FailureMessage { get; init; }
}
