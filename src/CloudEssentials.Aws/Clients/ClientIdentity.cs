using System.Reflection;
using Amazon.Util.Internal;

namespace CloudEssentials.Aws.Clients;

/// <summary>The name under which the clients present themselves to AWS.</summary>
internal static class ClientIdentity
{
    static ClientIdentity() => InternalSDKUtils.SetUserAgent("CloudEssentials", Version);

    /// <summary>The module's version, as it stands in the user agent and in CloudTrail's records.</summary>
    internal static string Version { get; } =
        typeof(ClientIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Makes every client of the SDK, packages included, name the module. Call it before the first client is made.</summary>
    internal static void Apply() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(ClientIdentity).TypeHandle);

    /// <summary>The user agent of one service's client.</summary>
    internal static string UserAgent(string serviceId) => InternalSDKUtils.BuildUserAgentString(serviceId, Version);
}
