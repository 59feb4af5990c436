using System.Collections.Immutable;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A launch template with its versions.</summary>
internal sealed record Ec2LaunchTemplate : Ec2Resource
{
    public required string Name { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The ARN of whoever made it.</summary>
    public required string CreatedBy { get; init; }

    public required int DefaultVersion { get; init; }

    /// <summary>The versions, from the first on.</summary>
    public required ImmutableList<Ec2LaunchTemplateVersion> Versions { get; init; }

    public int LatestVersion => Versions[^1].Number;
}
