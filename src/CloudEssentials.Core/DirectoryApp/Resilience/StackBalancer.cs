namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>A load balancer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="DnsName">Where it answers.</param>
/// <param name="Zones">The zones that it has a node in.</param>
public sealed record StackBalancer(string Name, string Arn, string DnsName, IReadOnlyList<string> Zones);
