namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>An EBS volume.</summary>
internal sealed record Ec2Volume : Ec2Resource
{
    public required string Zone { get; init; }

    public required int SizeInGiB { get; init; }

    public required string Type { get; init; }

    public int? Iops { get; init; }

    public int? Throughput { get; init; }

    public bool Encrypted { get; init; }

    public string? KmsKeyArn { get; init; }

    public string? SnapshotId { get; init; }

    public bool MultiAttach { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The instance that it is attached to; null for none.</summary>
    public string? InstanceId { get; init; }

    public string? Device { get; init; }

    public DateTimeOffset? Attached { get; init; }

    public bool DeleteOnTermination { get; init; }

    public string? ClientToken { get; init; }
}
