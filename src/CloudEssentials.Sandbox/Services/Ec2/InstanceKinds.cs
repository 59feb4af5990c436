namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The kinds of resource around instances.</summary>
internal static class InstanceKinds
{
    public static IReadOnlyList<Ec2Kind> All { get; } = [];
}
