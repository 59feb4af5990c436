namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>How an instance's metadata service answers.</summary>
internal sealed record Ec2MetadataOptions
{
    /// <summary><c>required</c> (IMDSv2 alone) or <c>optional</c>. Amazon Linux 2023 asks for IMDSv2.</summary>
    public string HttpTokens { get; init; } = "required";

    public int HopLimit { get; init; } = 2;

    public string HttpEndpoint { get; init; } = "enabled";

    public string HttpProtocolIpv6 { get; init; } = "disabled";

    public string InstanceMetadataTags { get; init; } = "disabled";
}
