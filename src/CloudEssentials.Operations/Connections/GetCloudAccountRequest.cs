namespace CloudEssentials.Operations.Connections;

/// <summary>The inputs of <c>Get-CloudAccount</c>.</summary>
public sealed record GetCloudAccountRequest : RegionalAwsRequest;
