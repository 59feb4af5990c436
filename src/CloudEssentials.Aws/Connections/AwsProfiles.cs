namespace CloudEssentials.Aws.Connections;

/// <summary>The profiles of this machine.</summary>
public static class AwsProfiles
{
    /// <summary>The names of the profiles that hold credentials.</summary>
    /// <param name="location">The path of a credentials file, or null for the usual places.</param>
    /// <returns>The names, in their order.</returns>
    /// <exception cref="CloudException"><c>ProfileFileBroken</c>.</exception>
    public static IReadOnlyList<string> Names(string? location) => ProfileFiles.Names(location is null ? null : Path.GetFullPath(location));
}
