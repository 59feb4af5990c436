namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A Region in which the account has been given its default network.</summary>
/// <param name="Region">The Region.</param>
internal sealed record SeededRegion(string Region);
