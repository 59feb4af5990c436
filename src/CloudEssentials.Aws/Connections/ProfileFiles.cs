using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.Runtime.CredentialManagement;
using CloudEssentials.Catalog;

namespace CloudEssentials.Aws.Connections;

/// <summary>The profiles of the shared credential files and, on Windows, of the .NET SDK's own store.</summary>
internal static partial class ProfileFiles
{
    /// <summary>The names of the default profile: everyone's, and the one of old AWS.Tools.</summary>
    internal static readonly string[] DefaultNames = ["default", "AWS PS Default"];

    private static readonly object _paths = new();

    /// <summary>Finds a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="location">The full path of the file, or null for the usual places.</param>
    /// <returns>The profile, or null where there is none of that name.</returns>
    /// <exception cref="CloudException"><c>ProfileFileBroken</c>, with the line.</exception>
    internal static CredentialProfile? Find(string name, string? location) =>
        Read(location, () => Chain(location).TryGetProfile(name, out CredentialProfile profile) ? profile : null);

    /// <summary>The profile of a name that someone gave.</summary>
    /// <exception cref="CloudException"><c>ProfileNotFound</c>, with the nearest name, or <c>ProfileFileBroken</c>.</exception>
    internal static CredentialProfile Require(string name, string? location, string origin)
    {
        if (location is not null && !File.Exists(location))
            throw new CloudException("ProfileFileNotFound", $"There is no file '{location}'.", CloudErrorCategory.ObjectNotFound, location, "-ProfileLocation takes the path of a credentials file.");
        if (Find(name, location) is { } profile)
            return profile;

        string? nearest = NearestName.Find(name, Names(location));
        throw new CloudException(
            "ProfileNotFound",
            $"{origin}: there is no profile '{name}' in {location ?? SharedCredentialsFile.DefaultFilePath} or its config file.",
            CloudErrorCategory.ObjectNotFound,
            name,
            nearest is null ? Known(location) : $"Did you mean '{nearest}'? {Known(location)}");
    }

    /// <summary>The names of all profiles that hold credentials.</summary>
    internal static IReadOnlyList<string> Names(string? location) => Read(
        location,
        () => Chain(location).ListProfiles().Select(profile => profile.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase).ToArray());

    /// <summary>Does what reads the files.</summary>
    /// <exception cref="CloudException"><c>ProfileFileBroken</c>, with the line.</exception>
    internal static T Read<T>(string? location, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (Cause(exception) is InvalidDataException or FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw Broken(Cause(exception), location);
        }
    }

    /// <summary>When the files were last written, so that what was made of them is made again after a change.</summary>
    internal static DateTime Stamp(string? location)
    {
        _ = Chain(location);
        DateTime credentials = File.GetLastWriteTimeUtc(location ?? SharedCredentialsFile.DefaultFilePath);
        DateTime config = File.GetLastWriteTimeUtc(SharedCredentialsFile.DefaultConfigFilePath);
        return credentials > config ? credentials : config;
    }

    /// <summary>The error for a profile that cannot be used.</summary>
    internal static CloudException Incomplete(CredentialProfile profile, string reason, Exception? inner = null) => new(
        "ProfileIncomplete",
        $"The profile '{profile.Name}' cannot give credentials: {reason}",
        CloudErrorCategory.InvalidData,
        profile.Name,
        "A profile needs a key pair, a role with its source, an SSO session, or a credential_process.",
        inner);

    private static string Known(string? location) =>
        Names(location) is { Count: > 0 } names ? $"Profiles: {string.Join(", ", names.Take(20))}{(names.Count > 20 ? ", ..." : ".")}" : "There are no profiles with credentials.";

    private static CredentialProfileStoreChain Chain(string? location)
    {
        FollowEnvironment();
        return new(location);
    }

    /// <summary>
    /// The SDK reads these two variables once in a process. A shell lives longer: <c>$env:AWS_CONFIG_FILE = ...</c> must count from
    /// the next command on.
    /// </summary>
    private static void FollowEnvironment()
    {
        lock (_paths)
        {
            Set(nameof(SharedCredentialsFile.DefaultFilePath), SharedCredentialsFile.SharedCredentialsFileEnvVar, "credentials");
            Set(nameof(SharedCredentialsFile.DefaultConfigFilePath), SharedCredentialsFile.SharedConfigFileEnvVar, "config");
        }
    }

    private static void Set(string property, string variable, string file)
    {
        string? path = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.Combine(Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home ? home : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws", file);
        typeof(SharedCredentialsFile).GetProperty(property, BindingFlags.Static | BindingFlags.Public)?.SetMethod?.Invoke(null, [path]);
    }

    private static Exception Cause(Exception exception) => exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;

    private static CloudException Broken(Exception exception, string? location)
    {
        // The SDK's words carry the offending line's text, which may hold a secret; only its number is passed on.
        Match place = LinePattern().Match(exception.Message);
        string line = place.Success ? $" at line {place.Groups["line"].Value}" : "";
        string file = FilePattern().Match(exception.Message) is { Success: true } named ? named.Groups["file"].Value : location ?? SharedCredentialsFile.DefaultFilePath;
        return new(
            "ProfileFileBroken",
            $"The profile file '{file}' cannot be read{line}: {(exception is IOException or UnauthorizedAccessException ? exception.Message : "neither a section, nor a property, nor a comment.")}",
            CloudErrorCategory.InvalidData,
            file,
            "A file has sections such as [profile dev] and below each lines such as region = eu-west-1.");
    }

    [GeneratedRegex(@"(?i)\bline (?<line>\d+)")]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"(?i)\bin (?:file )?(?<file>[^<>]*?(?:credentials|config|\.\w+|[/\\][^\s<>]+))(?=\s+(?:does|is|has)|\.?$)")]
    private static partial Regex FilePattern();
}
