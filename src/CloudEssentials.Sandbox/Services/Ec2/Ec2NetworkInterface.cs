using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>An elastic network interface: of an instance, or of what AWS runs in the subnet, such as a load balancer.</summary>
internal sealed record Ec2NetworkInterface : Ec2Resource
{
    public required string SubnetId { get; init; }

    public required string VpcId { get; init; }

    public required string Zone { get; init; }

    public required string PrivateIp { get; init; }

    /// <summary>The public address; null for none.</summary>
    public string? PublicIp { get; init; }

    public ImmutableSortedSet<string> SecurityGroupIds { get; init; } = [];

    public string Description { get; init; } = string.Empty;

    /// <summary><c>interface</c>, <c>nat_gateway</c>, <c>load_balancer</c>, <c>vpc_endpoint</c>.</summary>
    public string Kind { get; init; } = "interface";

    /// <summary>The service that made it for itself, such as <c>amazon-elb</c>; null for one of the account's own.</summary>
    public string? RequesterId { get; init; }

    /// <summary>The instance that it belongs to; null for another owner.</summary>
    public string? InstanceId { get; init; }

    public string? AttachmentId { get; init; }

    public int DeviceIndex { get; init; }

    public bool DeleteOnTermination { get; init; } = true;

    public bool SourceDestCheck { get; init; } = true;

    /// <summary>Whether its instance is given a public address at every start.</summary>
    public bool MapsPublicIp { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it is gone, or will be; null while nothing ends it.</summary>
    public DateTimeOffset? GoneAt { get; init; }
}
