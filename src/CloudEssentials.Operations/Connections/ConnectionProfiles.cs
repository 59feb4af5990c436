using CloudEssentials.Aws.Connections;

namespace CloudEssentials.Operations.Connections;

/// <summary>The profiles that a connection can name.</summary>
internal static class ConnectionProfiles
{
    /// <summary>Their names.</summary>
    /// <param name="location">The path of a credentials file, or null for the usual places.</param>
    internal static IReadOnlyList<string> Names(string? location) => AwsProfiles.Names(location);
}
