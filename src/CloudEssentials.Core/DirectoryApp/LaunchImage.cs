namespace CloudEssentials.DirectoryApp;

/// <summary>An image that instances are launched from.</summary>
/// <param name="ImageId">Its id.</param>
/// <param name="Architecture"><c>x86_64</c>, <c>arm64</c> or another.</param>
/// <param name="RootDevice">The name of its root device, such as <c>/dev/xvda</c>.</param>
/// <param name="RootSize">The size of its root volume in gibibytes.</param>
public sealed record LaunchImage(string ImageId, string Architecture, string RootDevice, int RootSize);
