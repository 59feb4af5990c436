using System.Collections;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CloudEssentials.Aws.Connections;

/// <summary>The SDK's own reading of environment and profile.</summary>
internal static class SdkSettings
{
    private static readonly object _reading = new();
    private static int? _read;

    /// <summary>
    /// Lets the SDK read its settings (retry mode, attempts, metadata endpoint, default Region) anew where they may have changed: it
    /// keeps what it read first, and a shell outlives the value of a variable.
    /// </summary>
    /// <exception cref="CloudException"><c>AwsSettingInvalid</c>, <c>ProfileFileBroken</c>.</exception>
    internal static void FollowEnvironment()
    {
        Check();

        // The SDK's factory below never recovers, in this process, from a file that is broken when it first looks: look first.
        ProfileFiles.Find(ProfileFiles.DefaultNames[0], location: null);
        int now = Fingerprint();
        lock (_reading)
        {
            if (_read == now)
                return;
            ProfileFiles.Read<object?>(null, () =>
            {
                FallbackInternalConfigurationFactory.Reset();
                FallbackRegionFactory.Reset();
                return null;
            });
            _read = now;
        }
    }

    private static void Check()
    {
        if (Environment.GetEnvironmentVariable("AWS_RETRY_MODE") is { Length: > 0 } mode && !Enum.TryParse<RequestRetryMode>(mode, ignoreCase: true, out _))
            throw Invalid("AWS_RETRY_MODE", mode, "a retry mode", "The modes are standard and adaptive.");
        if (Environment.GetEnvironmentVariable("AWS_MAX_ATTEMPTS") is { Length: > 0 } attempts && !(int.TryParse(attempts, out int count) && count > 0))
            throw Invalid("AWS_MAX_ATTEMPTS", attempts, "a number of attempts", "Give a number from 1.");
    }

    private static CloudException Invalid(string name, string value, string kind, string remedy) =>
        new("AwsSettingInvalid", $"{name}: '{value}' is not {kind}.", CloudErrorCategory.InvalidArgument, value, remedy);

    private static int Fingerprint()
    {
        HashCode hash = default;
        hash.Add(ProfileFiles.Stamp(location: null));
        IEnumerable<DictionaryEntry> settings = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(entry => ((string)entry.Key).StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => (string)entry.Key, StringComparer.Ordinal);
        foreach (DictionaryEntry setting in settings)
            hash.Add((setting.Key, setting.Value));
        return hash.ToHashCode();
    }
}
