namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>An elastic IP address; its id is the allocation's.</summary>
internal sealed record Ec2Address : Ec2Resource
{
    public required string PublicIp { get; init; }
}
