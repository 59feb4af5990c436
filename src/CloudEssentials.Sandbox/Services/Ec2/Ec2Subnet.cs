namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A subnet, which stands in one zone.</summary>
internal sealed record Ec2Subnet : Ec2Resource
{
    public required string VpcId { get; init; }

    public required string CidrBlock { get; init; }

    /// <summary>The zone's name, such as <c>us-east-1a</c>.</summary>
    public required string Zone { get; init; }

    public required string ZoneId { get; init; }

    public bool IsDefaultForZone { get; init; }

    public bool MapsPublicIp { get; init; }

    /// <summary>What instances' names follow from: <c>ip-name</c> or <c>resource-name</c>.</summary>
    public string HostnameType { get; init; } = "ip-name";

    public bool AnswersResourceNames { get; init; }
}
