namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>An internet gateway.</summary>
internal sealed record Ec2InternetGateway : Ec2Resource
{
    /// <summary>The VPC that it is attached to; null for none.</summary>
    public string? VpcId { get; init; }
}
