namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A zone that has failed.</summary>
/// <param name="Zone">Its name.</param>
/// <param name="Since">Since when.</param>
internal sealed record Ec2ZoneOutage(string Zone, DateTimeOffset Since);
