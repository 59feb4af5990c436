namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>An instance. What state it is in follows from when it was started, stopped and terminated: <see cref="InstanceLifecycle"/>.</summary>
internal sealed record Ec2Instance : Ec2Resource
{
    public required string ReservationId { get; init; }

    /// <summary>Its place among those that were launched with it.</summary>
    public required int LaunchIndex { get; init; }

    public required string ImageId { get; init; }

    public required string Type { get; init; }

    public required string Architecture { get; init; }

    public required string SubnetId { get; init; }

    public required string VpcId { get; init; }

    public required string Zone { get; init; }

    /// <summary>When it was launched.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was started last: at its launch, or after a stop.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it was stopped, if it has not been started since.</summary>
    public DateTimeOffset? Stopped { get; init; }

    public DateTimeOffset? Terminated { get; init; }

    /// <summary>When it was booted again last, by a start or a reboot; null while it runs since its launch.</summary>
    public DateTimeOffset? BootedAgain { get; init; }

    public string? KeyName { get; init; }

    /// <summary>The user data in Base64; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The user data that ran at the first boot, where it has been changed since.</summary>
    public string? UserDataAtFirstBoot { get; init; }

    /// <summary>The ARN of the instance profile; null for none.</summary>
    public string? ProfileArn { get; init; }

    public string? ProfileId { get; init; }

    public string? AssociationId { get; init; }

    public Ec2MetadataOptions Metadata { get; init; } = new();

    public bool DisableApiTermination { get; init; }

    public bool DisableApiStop { get; init; }

    public string ShutdownBehavior { get; init; } = "stop";

    public bool Monitoring { get; init; }

    public bool EbsOptimized { get; init; }

    public string Tenancy { get; init; } = "default";

    public string? ClientToken { get; init; }

    /// <summary>The service that launched it, such as Auto Scaling's account; null for a user.</summary>
    public string? RequesterId { get; init; }

    /// <summary>Whether it could reach the internet when it first ran, so that its user data could do its work.</summary>
    public bool HadInternetAtFirstBoot { get; init; }
}
