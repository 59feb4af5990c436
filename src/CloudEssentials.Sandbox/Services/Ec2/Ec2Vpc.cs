namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A virtual private cloud.</summary>
internal sealed record Ec2Vpc : Ec2Resource
{
    public required string CidrBlock { get; init; }

    public bool IsDefault { get; init; }

    /// <summary><c>default</c> or <c>dedicated</c>.</summary>
    public string Tenancy { get; init; } = "default";

    public bool DnsSupport { get; init; } = true;

    public bool DnsHostnames { get; init; }

    public bool AddressUsageMetrics { get; init; }
}
