namespace CloudEssentials.DirectoryApp;

/// <summary>One instance that is to be launched, with everything that it needs there already.</summary>
public sealed record InstanceLaunch
{
    /// <summary>What the application is to be.</summary>
    public required DirectoryAppSpec Spec { get; init; }

    /// <summary>Its number among the instances of the application, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The image.</summary>
    public required LaunchImage Image { get; init; }

    /// <summary>The subnet.</summary>
    public required string SubnetId { get; init; }

    /// <summary>The security groups.</summary>
    public required IReadOnlyList<string> SecurityGroupId { get; init; }

    /// <summary>The name of the instance profile.</summary>
    public required string InstanceProfile { get; init; }

    /// <summary>How many instances of this number are known to have been terminated: another one is not the same again.</summary>
    public int Generation { get; init; }
}
