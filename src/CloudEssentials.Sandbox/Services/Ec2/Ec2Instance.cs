using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>An instance, as far as the account's security asks.</summary>
internal sealed record Ec2Instance
{
    public required string Id { get; init; }

    public required string Region { get; init; }

    public required string ReservationId { get; init; }

    public required string ImageId { get; init; }

    public required string Type { get; init; }

    public required DateTimeOffset Launched { get; init; }

    public string State { get; init; } = "running";

    /// <summary>The ARN of the instance profile; null for none.</summary>
    public string? ProfileArn { get; init; }

    public string? ProfileId { get; init; }

    public string? AssociationId { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
