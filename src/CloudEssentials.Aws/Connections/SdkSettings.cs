using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CloudEssentials.Aws.Connections;

/// <summary>The SDK's own reading of environment and profile.</summary>
internal static class SdkSettings
{
    /// <summary>
    /// Lets the SDK read its settings (retry mode, attempts, metadata endpoint, default Region) anew: it keeps what it read first,
    /// and a shell outlives the value of a variable.
    /// </summary>
    /// <exception cref="CloudException"><c>AwsSettingInvalid</c>, <c>ProfileFileBroken</c>.</exception>
    internal static void FollowEnvironment()
    {
        if (Environment.GetEnvironmentVariable("AWS_RETRY_MODE") is { Length: > 0 } mode && !Enum.TryParse<RequestRetryMode>(mode, ignoreCase: true, out _))
            throw new CloudException("AwsSettingInvalid", $"AWS_RETRY_MODE: there is no retry mode '{mode}'.", CloudErrorCategory.InvalidArgument, mode, "The modes are standard and adaptive.");
        if (Environment.GetEnvironmentVariable("AWS_MAX_ATTEMPTS") is { Length: > 0 } attempts && !(int.TryParse(attempts, out int count) && count > 0))
            throw new CloudException("AwsSettingInvalid", $"AWS_MAX_ATTEMPTS: '{attempts}' is not a number of attempts.", CloudErrorCategory.InvalidArgument, attempts, "Give a number from 1.");

        // The SDK's factory below never recovers, in this process, from a file that is broken when it first looks: look first.
        ProfileFiles.Find(ProfileFiles.DefaultNames[0], location: null);
        ProfileFiles.Read<object?>(null, () =>
        {
            FallbackInternalConfigurationFactory.Reset();
            FallbackRegionFactory.Reset();
            return null;
        });
    }
}
